import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../src/client/connect.js';
import type { ClientResponse } from '../../src/client/request.js';
import { RuntimeError } from '../../src/errors.js';
import type { Address } from '../../src/transport/address.js';
import { encodeFrame } from '../../src/transport/wire/codec.js';
import { type NodeOptions, nowhere, raw, startNode, type TestNode } from './nodes.js';

async function served(options: NodeOptions = {}): Promise<TestNode> {
  const node = await startNode('n1', nowhere(), options);
  node.transport.onRequest = (request) => {
    if (request.type === 'propose') return Promise.resolve({ type: 'chosen', val: request.value });
    if (request.type === 'query') return Promise.resolve({ type: 'unknown' });
    return Promise.resolve({ type: 'status', status: { node: 'n1', instances: 2, ready: true } });
  };
  return node;
}

async function client(address: Address, options: Parameters<typeof connect>[1] = {}) {
  const made = await connect(address, { connectTimeout: 60_000, requestTimeout: 60_000, ...options });
  onTestFinished(() => made.close());
  return made;
}

describe('a client', () => {
  it('proposes, queries and asks for the status', async () => {
    const { transport } = await served();
    const made = await client(transport.address, { cluster: 'test' });
    expect(made).toMatchObject({ node: 'n1', cluster: 'test' });
    expect(await made.propose('law', '\uFEFFolive'.repeat(100))).toEqual({
      type: 'chosen',
      val: '\uFEFFolive'.repeat(100),
    });
    expect(await made.query('law')).toEqual({ type: 'unknown' });
    expect(await made.status()).toEqual({ node: 'n1', instances: 2, ready: true });
    expect(transport.statistics.requests).toBe(3);
  });

  it('gets each answer to its question, in whatever order they come', async () => {
    const { transport } = await served();
    const answers: (() => void)[] = [];
    transport.onRequest = (request) =>
      new Promise((resolve) => {
        answers.push(() => resolve({ type: 'chosen', val: request.type === 'propose' ? request.value : '' }));
        if (answers.length === 100) for (const answer of answers.toReversed()) answer();
      });
    const made = await client(transport.address);
    const asked = Array.from({ length: 100 }, (_, index) => made.propose('law', `v${index}`));
    expect((await Promise.all(asked)).map(({ val }) => val)).toEqual(
      Array.from(asked, (_, index) => `v${index}`),
    );
  });

  it('is told what the node rejects with, and no more of an error that is none of ours', async () => {
    const node = await served();
    const made = await client(node.transport.address);
    const thrown: unknown[] = [
      new RuntimeError('disk-failed', 'The disk\nis full.'),
      new TypeError('secret'),
    ];
    node.transport.onRequest = () => Promise.reject(thrown.shift() as Error);
    await expect(made.query('law')).rejects.toMatchObject({
      code: 'disk-failed',
      message: 'The disk is full.',
    });
    await expect(made.query('law')).rejects.toMatchObject({
      code: 'internal-error',
      message: 'The node could not answer; its log says why.',
    });
    expect((await node.event('request-failed')).fields['detail']).toMatch('secret');
    node.transport.onRequest = () => Promise.resolve({ type: 'maybe' } as unknown as ClientResponse);
    await expect(made.query('law')).rejects.toMatchObject({ code: 'internal-error' });
    node.transport.onRequest = () => Promise.resolve({ type: 'status', status: {} });
    await expect(made.query('law')).rejects.toMatchObject({ code: 'bad-answer' });
  });

  it('is told that its question cannot be asked, and may go on', async () => {
    const { transport } = await served();
    const made = await client(transport.address);
    await expect(made.query('')).rejects.toMatchObject({ code: 'bad-request' });
    await expect(made.query('x'.repeat(201))).rejects.toMatchObject({ code: 'bad-request' });
    await expect(made.propose('law', '\uDC00')).rejects.toMatchObject({ code: 'bad-request' });
    await expect(made.propose('law', 'x'.repeat(2_000_000))).rejects.toMatchObject({ code: 'bad-request' });
    await expect(made.propose('law', 'x'.repeat(600_000))).rejects.toMatchObject({
      code: 'bad-request',
      message: 'A value may have at most 524288 bytes.',
    });
    expect(await made.propose('law', 'x'.repeat(500_000))).toMatchObject({ type: 'chosen' });
  });

  it('waits no longer than it was told to, and takes no late answer for another', async () => {
    const { transport } = await served();
    let late: ((response: ClientResponse) => void) | undefined;
    transport.onRequest = (request) =>
      request.type === 'propose'
        ? new Promise((resolve) => {
            late = resolve;
          })
        : Promise.resolve({ type: 'unknown' });
    const made = await client(transport.address, { requestTimeout: 1000 });
    await expect(made.propose('law', 'K')).rejects.toMatchObject({ code: 'time-out' });
    late?.({ type: 'chosen', val: 'K' });
    expect(await made.query('law')).toEqual({ type: 'unknown' });
  });

  it('is told when the connection is lost, and the node is told that nobody waits', async () => {
    const { transport } = await served();
    const gone: AbortSignal[] = [];
    let asked: () => void = () => undefined;
    transport.onRequest = (_request, signal) => {
      gone.push(signal);
      asked();
      return new Promise(() => undefined);
    };
    const made = await client(transport.address);
    const closed = await client(transport.address);
    const received = new Promise<void>((resolve) => {
      asked = () => gone.length === 2 && resolve();
    });
    const waiting = [made.query('law'), closed.query('law')].map((answer) =>
      answer.catch((error: unknown) => error),
    );
    await received;
    const aborted = new Promise((resolve) =>
      gone.forEach((signal) => signal.addEventListener('abort', resolve)),
    );
    await closed.close();
    await aborted;
    await transport.stop();
    for (const error of await Promise.all(waiting)) expect(error).toMatchObject({ code: 'connection-lost' });
    expect(gone.every((signal) => signal.aborted)).toBe(true);
    await expect(made.status()).rejects.toMatchObject({ code: 'connection-lost' });
  });

  it('is busy with so many requests at once, and no more', async () => {
    const { transport } = await served({ limits: { requests: 2 } });
    transport.onRequest = () => new Promise(() => undefined);
    const made = await client(transport.address);
    const [first, second] = [made.query('a'), made.query('b')].map((answer) => answer.catch(() => 'lost'));
    await expect(made.query('c')).rejects.toMatchObject({ code: 'busy' });
    await made.close();
    expect(await Promise.all([first, second])).toEqual(['lost', 'lost']);
  });
});

describe('a client cannot connect', () => {
  it('where nobody listens, to no address, to another cluster', async () => {
    const { transport } = await served();
    const { address } = transport;
    await expect(client(address, { cluster: 'parliament' })).rejects.toMatchObject({
      code: 'other-cluster',
      message: `The node at 127.0.0.1:${address.port} refuses: n1 is of the cluster "test", not of "parliament".`,
    });
    await expect(client({ ...address, port: 70_000 })).rejects.toMatchObject({ code: 'bad-address' });
    await transport.stop();
    await expect(client(address)).rejects.toMatchObject({ code: 'cannot-connect' });
    await expect(client({ ...address, host: 'localhost' })).rejects.toMatchObject({
      code: 'cannot-connect',
      message: `Nobody listens at localhost:${address.port}. Start a node there, or name another address.`,
    });
  });

  it.each<[string, string, Uint8Array | undefined]>([
    ['says nothing', 'time-out', undefined],
    ['speaks HTTP', 'not-a-node', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['speaks another version', 'other-version', encodeFrame({ type: 'hello', version: 2 } as never)],
    [
      'answers before it greets',
      'not-a-node',
      encodeFrame({ type: 'response', id: 0, response: { type: 'unknown' } }),
    ],
  ])('to who %s: %s', async (_, code, bytes) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      if (bytes !== undefined) socket.write(bytes);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    const error = await client(
      { host: '127.0.0.1', port },
      bytes === undefined ? { connectTimeout: 100 } : {},
    ).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, message: expect.stringMatching(/^[^\n]+[.?]$/) });
  });
});

describe('a node closes the connection of a client', () => {
  it('that sends envelopes, or speaks before its hello', async () => {
    const { transport } = await served();
    const one = await raw(transport.address);
    one.say({ type: 'hello', as: 'client', version: 1 });
    await one.heard.until(({ type }) => type === 'hello');
    one.say({ type: 'envelope', instance: 'law', message: { type: 'ask' } });
    await one.closed;
    const other = await raw(transport.address);
    other.say({ type: 'request', id: 0, request: { type: 'status' } });
    await other.closed;
    expect(transport.statistics.refused.unexpected).toBe(2);
    expect(other.heard.all).toEqual([]);
  });
});
