import { setImmediate } from 'node:timers/promises';
import type { Message } from '@synod/roles';
import { describe, expect, it } from 'vitest';
import { RuntimeError } from '../../src/errors.js';
import { encodeFrame } from '../../src/transport/wire/codec.js';
import { heard, makeNode, nowhere, numbered, raw, startNode } from './nodes.js';

describe('nodes over TCP', () => {
  it('hear each other, and themselves, later', async () => {
    const addresses = nowhere();
    const n1 = await startNode('n1', addresses);
    const n2 = await startNode('n2', addresses);
    const n3 = await startNode('n3', addresses);
    const message: Message = { type: '2b', acc: 'n1', bal: 4, val: 'K' };
    for (const to of ['n1', 'n2', 'n3']) {
      n1.transport.send(to, { instance: 'law', message, clock: { n1: 3, n2: 0 } });
    }
    expect(n1.received.all).toEqual([]);
    for (const node of [n1, n2, n3]) {
      const { from, envelope } = await node.received.until(() => true);
      expect(from).toBe('n1');
      expect(envelope).toEqual({ instance: 'law', message, clock: { n1: 3, n2: 0 } });
    }
    n3.transport.send('n1', numbered(2));
    const { from } = await n1.received.until(({ envelope }) => envelope.message.type === '1a');
    expect(from).toBe('n3');
    expect(n1.transport.statistics).toMatchObject({ sent: 3, received: 2 });
  });

  it('keeps the order of what is sent over one connection, each once', async () => {
    const addresses = nowhere();
    const n1 = await startNode('n1', addresses);
    const n2 = await startNode('n2', addresses);
    await n1.event('connected', { node: 'n2' });
    // In several turns, of which each is a write.
    for (let last = 99; last < 1000; last += 100) {
      for (let bal = last - 99; bal <= last; bal += 1) n1.transport.send('n2', numbered(bal));
      await n2.received.until(({ envelope }) => 'bal' in envelope.message && envelope.message.bal === last);
    }
    const order = n2.received.all.map(({ envelope }) => 'bal' in envelope.message && envelope.message.bal);
    expect(order).toEqual(Array.from({ length: 1000 }, (_, bal) => bal));
  });

  it('finds a node again that was stopped and started, and delivers what waited', async () => {
    const addresses = nowhere();
    const n1 = await startNode('n1', addresses);
    const first = await startNode('n2', addresses);
    await n1.event('connected', { node: 'n2' });
    await first.transport.stop();
    await n1.event('disconnected', { node: 'n2' });
    n1.transport.send('n2', numbered(7));
    const second = await startNode('n2', addresses);
    const { envelope } = await second.received.until(() => true);
    expect(envelope).toEqual(numbered(7));
    expect(n1.transport.statistics.reconnects).toBe(1);
    expect(first.received.all).toEqual([]);
  });

  it('drops the oldest where a queue is full, and counts', async () => {
    const addresses = nowhere();
    const size = encodeFrame({ type: 'envelope', ...numbered(1) }).length;
    const n1 = await startNode('n1', addresses, { limits: { queue: 10 * size } });
    for (let bal = 0; bal < 100; bal += 1) n1.transport.send('n2', numbered(bal));
    expect(n1.transport.statistics.dropped['queue-full']).toBe(90);
    const n2 = await startNode('n2', addresses);
    await n2.received.until(({ envelope }) => 'bal' in envelope.message && envelope.message.bal === 99);
    expect(n2.received.all.map(({ envelope }) => envelope)).toEqual(
      Array.from({ length: 10 }, (_, index) => numbered(90 + index)),
    );
  });

  it('drops what others would not take, and counts', async () => {
    const addresses = nowhere();
    const n1 = await startNode('n1', addresses, { limits: { frame: 1000 } });
    n1.transport.send('n9', numbered(1));
    n1.transport.send('n2', numbered(-1));
    n1.transport.send('n1', numbered(0.5));
    n1.transport.send('n2', { instance: '', message: { type: 'ask' } });
    n1.transport.send('n2', { instance: 'law', message: { type: '2a', bal: 1, val: 'lone \uD800' } });
    n1.transport.send('n2', { instance: 'law', message: { type: '2a', bal: 1, val: 'x'.repeat(1000) } });
    expect(n1.transport.statistics.dropped).toEqual({
      'unknown-node': 1,
      malformed: 4,
      'too-large': 1,
      'queue-full': 0,
    });
  });

  it('receives nothing after it was stopped, and leaves nothing open', async () => {
    const addresses = nowhere();
    const n1 = await startNode('n1', addresses);
    const n2 = await startNode('n2', addresses);
    await n1.event('connected', { node: 'n2' });
    await n2.event('connected', { node: 'n1' });
    const silent = await raw(n1.transport.address);
    n1.transport.send('n1', numbered(1));
    await n1.transport.stop();
    await silent.closed;
    expect(n1.received.all).toEqual([]);
    const again = makeNode('n1', addresses);
    await again.transport.start();
    await n2.transport.stop();
    await again.transport.stop();
    // What is closed is gone a turn of the event loop later.
    for (let turn = 0; turn < 10; turn += 1) await setImmediate();
    expect(process.getActiveResourcesInfo().filter((kind) => /TCP/.test(kind))).toEqual([]);
  });

  it.each([
    [
      'address-in-use',
      async () => (await startNode('n2', nowhere())).transport.address,
      /^n1 cannot listen on 127\.0\.0\.1:\d+: another process does\. Stop that one, or give n1 another address\.$/,
    ],
    [
      'address-not-available',
      () => ({ host: '192.0.2.1', port: 0 }),
      /^n1 cannot listen on 192\.0\.2\.1:0: this machine has no such address\. Give n1 one that it has\.$/,
    ],
    [
      'unknown-host',
      () => ({ host: 'nowhere.invalid', port: 0 }),
      /^n1 cannot listen on nowhere\.invalid:0: nobody knows the host "nowhere\.invalid"\. Correct its name\.$/,
    ],
  ])('says in one sentence: %s', async (code, where, sentence) => {
    const listen = await where();
    const error = await startNode('n1', nowhere(), { listen }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RuntimeError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) });
  });

  it('is not made of addresses and names that cannot be', () => {
    const make =
      (addresses: ReturnType<typeof nowhere>, id = 'n1') =>
      () =>
        makeNode(id, addresses);
    expect(make({})).toThrow('The node "n1" cannot be reached: it has no address.');
    expect(make({ ...nowhere(), n2: { host: 'a', port: 70_000 } })).toThrow(
      'its port 70000 is not a whole number',
    );
    expect(make(nowhere(), 'n4')).toThrow('"n4" is no node of the cluster "test".');
    expect(heard<string>().all).toEqual([]);
  });
});
