import { clusterOf } from '@synod/roles';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { encodeFrame } from '../../src/transport/wire/codec.js';
import { examples } from './frames.js';
import { cluster, helloOf, nowhere, numbered, raw, startNode } from './nodes.js';
import { refused, undisturbed } from './undisturbed.js';

afterEach(() => {
  vi.restoreAllMocks();
});

const hello = encodeFrame(helloOf('n3'));
const tooLong = Buffer.of(0x7f, 0xff, 0xff, 0xff, 0);

describe('garbage on the port closes its connection, and no other', () => {
  it.each<[string, Uint8Array, string]>([
    ['HTTP', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'), 'too-large'],
    ['TLS', Buffer.from('16030100c8010000c40303', 'hex'), 'too-large'],
    ['2 GB announced', tooLong, 'too-large'],
    ['more announced than a hello may have', Buffer.of(0, 0, 0x10, 0x01), 'too-large'],
    ['a frame of random bytes', Buffer.of(0, 0, 0, 6, 0xc1, 0x9d, 0x03, 0xff, 0x17, 0x80), 'malformed'],
    ['an empty frame', Buffer.of(0, 0, 0, 0), 'malformed'],
    ['a ping', encodeFrame({ type: 'ping' }), 'unexpected'],
    ['an envelope', encodeFrame({ type: 'envelope', ...numbered(1) }), 'unexpected'],
  ])('%s', async (_, bytes, reason) => {
    const { n1, check } = await undisturbed();
    const socket = await raw(n1.transport.address);
    socket.write(bytes);
    await socket.closed;
    expect(socket.heard.all).toEqual([]);
    expect(refused(n1)).toEqual({ [reason]: 1 });
    const line = await n1.event('refused', { reason });
    expect(line.fields['remote']).toMatch(/^127\.0\.0\.1:\d+$/);
    await check();
  });

  it.each<[string, Uint8Array, string]>([
    ['2 GB announced', tooLong, 'too-large'],
    ['one byte too much announced', Buffer.of(0, 0x10, 0, 1), 'too-large'],
    ['a frame of random bytes', Buffer.of(0, 0, 0, 2, 0xc1, 0x9d), 'malformed'],
    ['a message with half a ballot', encodeFrame({ type: 'envelope', ...numbered(0.5) }), 'malformed'],
    ['a second hello', hello, 'unexpected'],
    ['a request', encodeFrame({ type: 'request', id: 0, request: { type: 'status' } }), 'unexpected'],
    [
      'a vote of another',
      encodeFrame({
        type: 'envelope',
        instance: 'law',
        message: { type: '2b', acc: 'n2', bal: 1, val: 'K' },
      }),
      'unexpected',
    ],
  ])('after a hello: %s', async (_, bytes, reason) => {
    const { n1, check } = await undisturbed();
    const socket = await raw(n1.transport.address);
    socket.write(hello);
    await socket.heard.until(({ type }) => type === 'hello');
    socket.say({ type: 'envelope', instance: 'before', message: { type: '1a', bal: 1 } });
    socket.write(bytes);
    socket.say({ type: 'envelope', instance: 'after', message: { type: '1a', bal: 2 } });
    await socket.closed;
    expect(n1.received.all.map(({ envelope }) => envelope.instance)).toEqual(['before']);
    expect(refused(n1)).toEqual({ [reason]: 1 });
    await n1.event('refused', { reason, node: 'n3' });
    await check();
  });

  it('announcing 2 GB makes no room for them', async () => {
    const { n1, check } = await undisturbed();
    const allocated = [vi.spyOn(Buffer, 'allocUnsafe'), vi.spyOn(Buffer, 'alloc')];
    const socket = await raw(n1.transport.address);
    socket.write(tooLong);
    await socket.closed;
    const sizes = allocated.flatMap((spy) => spy.mock.calls.map(([size]) => size));
    expect(Math.max(...sizes)).toBeLessThan(100_000);
    await check();
  });
});

describe('frames', () => {
  it('are the same wherever the network cuts them', async () => {
    const { n1, check } = await undisturbed();
    const socket = await raw(n1.transport.address);
    const last = { type: 'envelope', instance: 'last', message: { type: 'ask' } } as const;
    const sent = [...examples.filter((frame) => frame.type === 'envelope'), last];
    // Votes of n3, who says them.
    const own = sent.map((frame) => ({
      ...frame,
      message: 'acc' in frame.message ? { ...frame.message, acc: 'n3' } : frame.message,
    }));
    for (const byte of Buffer.concat([hello, ...own.map(encodeFrame)])) {
      socket.write(Buffer.of(byte));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await n1.received.until(({ envelope }) => envelope.instance === 'last');
    expect(n1.received.all.map(({ envelope }) => envelope)).toEqual(
      own.map(({ type: _, ...envelope }) => envelope),
    );
    await check();
  });

  it('that end at any byte deliver nothing, and count as nothing refused', async () => {
    const { n1, check } = await undisturbed();
    const bytes = Buffer.concat([hello, encodeFrame({ type: 'envelope', ...numbered(1) })]);
    for (let length = 0; length < bytes.length; length += 1) {
      const socket = await raw(n1.transport.address);
      socket.socket.end(bytes.subarray(0, length));
      await socket.closed;
    }
    expect(n1.received.all).toEqual([]);
    expect(refused(n1)).toEqual({});
    await check();
  });
});

describe('a hello is refused, and told why', () => {
  const nodes = ['n1', 'n2', 'n3'];
  it.each<[string, Uint8Array, string, string]>([
    [
      'of another version',
      encodeFrame({ ...helloOf('n3'), version: 9 } as never),
      'other-version',
      'n1 speaks version 1 of the protocol, not version 9.',
    ],
    [
      'of another cluster',
      encodeFrame(helloOf('n3', clusterOf(nodes, { name: 'parliament' }))),
      'other-cluster',
      'n1 is of the cluster "test", not of "parliament".',
    ],
    [
      'of another configuration',
      encodeFrame(helloOf('n3', { ...cluster, proposers: nodes.toReversed() })),
      'other-configuration',
      'n1 has another configuration of the cluster "test": it must be the same on every node.',
    ],
    [
      'of a stranger',
      encodeFrame({ ...helloOf('n3'), node: 'n4' }),
      'stranger',
      '"n4" is no node of the cluster "test".',
    ],
    [
      'of who says they are me',
      encodeFrame(helloOf('n1')),
      'own-id',
      '"n1" is the node that was called: no other may have its id.',
    ],
  ])('%s', async (_, bytes, reason, message) => {
    const { n1, check } = await undisturbed();
    const socket = await raw(n1.transport.address);
    socket.write(bytes);
    socket.say({ type: 'envelope', ...numbered(1) });
    await socket.closed;
    expect(socket.heard.all).toEqual([{ type: 'refused', reason, message }]);
    expect(refused(n1)).toEqual({ [reason]: 1 });
    expect(n1.received.all).toEqual([]);
    await check();
  });

  it('by the node that called, too: where another node is than expected', async () => {
    const addresses = nowhere();
    const n1 = await startNode('n1', addresses);
    addresses['n2'] = n1.transport.address;
    const n3 = await startNode('n3', { ...nowhere(), n2: n1.transport.address });
    await n3.event('refused', { reason: 'stranger', node: 'n2', detail: '"n1" is at the address of "n2".' });
    await n1.event('refused-by-other', { reason: 'own-id' });
    expect(n1.transport.statistics.refusedByOthers).toBeGreaterThan(0);
    expect(n3.transport.statistics.refused.stranger).toBeGreaterThan(0);
  });
});

describe('who is slow is not waited for', () => {
  it.each<[string, readonly Uint8Array[]]>([
    ['who says nothing', []],
    ['who does not complete a hello', [hello.subarray(0, 20)]],
    ['who does not complete a frame', [hello, Buffer.of(0, 0, 1, 0, 1, 2, 3)]],
  ])('%s', async (_, bytes) => {
    const { n1, check } = await undisturbed({ limits: { patience: 1500 } });
    const socket = await raw(n1.transport.address);
    for (const part of bytes) socket.write(part);
    await socket.closed;
    expect(refused(n1)).toEqual({ slow: 1 });
    await check();
  });

  it('and who is not, but for a pause within a frame, stays', async () => {
    const { n1, check } = await undisturbed({ limits: { patience: 1500 } });
    const socket = await raw(n1.transport.address);
    const bytes = encodeFrame({ type: 'envelope', ...numbered(1) });
    socket.write(Buffer.concat([hello, bytes, bytes.subarray(0, 5)]));
    await n1.received.until(() => true);
    socket.write(bytes.subarray(5));
    await n1.received.until(() => true, 1);
    // As long as one is waited for that began later.
    const silent = await raw(n1.transport.address);
    await silent.closed;
    socket.say({ type: 'envelope', ...numbered(3) });
    await n1.received.until(({ envelope }) => 'bal' in envelope.message && envelope.message.bal === 3);
    expect(refused(n1)).toEqual({ slow: 1 });
    await check();
  });

  it('who gives no sign of life', async () => {
    const addresses = nowhere();
    const n1 = await startNode('n1', addresses, { limits: { heartbeat: 50 } });
    const socket = await raw(n1.transport.address);
    socket.write(hello);
    await socket.closed;
    expect(socket.heard.all.map(({ type }) => type)).toEqual(['hello', 'ping', 'ping']);
    expect(refused(n1)).toEqual({ slow: 1 });
  });

  it('a client that does not read its answers', async () => {
    const { n1, check } = await undisturbed({ limits: { queue: 1_000_000 } });
    n1.transport.onRequest = () => Promise.resolve({ type: 'chosen', val: 'x'.repeat(100_000) });
    const socket = await raw(n1.transport.address);
    socket.socket.pause();
    socket.say({ type: 'hello', as: 'client', version: 1 });
    const request = encodeFrame({ type: 'request', id: 0, request: { type: 'status' } });
    socket.write(Buffer.concat(Array.from({ length: 200 }, () => request)));
    await n1.event('refused', { reason: 'slow', detail: 'it does not read what it is sent' });
    expect(refused(n1)).toEqual({ slow: 1 });
    await check();
  });
});

it('no more connections are taken than allowed', async () => {
  const { n1, check } = await undisturbed({ limits: { connections: 2 } });
  const second = await raw(n1.transport.address);
  const third = await raw(n1.transport.address);
  await third.closed;
  expect(refused(n1)).toEqual({ 'too-many': 1 });
  second.say({ type: 'hello', as: 'client', version: 1 });
  await second.heard.until(({ type }) => type === 'hello');
  await check();
});
