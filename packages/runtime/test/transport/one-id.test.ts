import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RuntimeError } from '../../src/errors.js';
import { addressText } from '../../src/transport/address.js';
import { encodeFrame } from '../../src/transport/wire/codec.js';
import { helloOf, makeNode, nowhere, numbered, raw, startNode } from './nodes.js';
import { refused, undisturbed } from './undisturbed.js';

const hello = encodeFrame(helloOf('n3'));

describe('of two nodes with one id', () => {
  it('the second is refused while the first is alive, and told', async () => {
    const { n1, addresses, check } = await undisturbed();
    const impostor = await startNode('n2', { ...addresses, n2: { host: '127.0.0.1', port: 0 } });
    const { fields } = await impostor.event('refused-by-other', { node: 'n1', reason: 'duplicate-id' });
    expect(fields['detail']).toMatch(
      /^Another process is "n2": it is connected to n1 from 127\.0\.0\.1:\d+, and alive\.$/,
    );
    expect(n1.transport.statistics.refused['duplicate-id']).toBeGreaterThan(0);
    await check();
  });

  it('the second is told to stop when it has heard so again and again, and the first goes on', async () => {
    const { n1, addresses, check } = await undisturbed();
    const second = makeNode('n2', { ...addresses, n2: { host: '127.0.0.1', port: 0 } });
    const failed = new Promise<RuntimeError>((resolve) => {
      second.transport.onFailure = resolve;
    });
    await second.transport.start();
    expect(await failed).toMatchObject({
      code: 'duplicate-id',
      message: `another process runs as n2: n1 at ${addressText(n1.transport.address)} is connected to it, and it is alive. Stop one of the two; each needs an id and a ledger of its own.`,
    });
    expect(n1.transport.statistics.refused['duplicate-id']).toBeGreaterThanOrEqual(5);
    await check();
  });

  it('one that was let in before goes on, whoever takes its place', async () => {
    const addresses = nowhere();
    const n1 = await startNode('n1', addresses);
    const n2 = makeNode('n2', addresses);
    let failures = 0;
    n2.transport.onFailure = () => {
      failures += 1;
    };
    await n2.transport.start();
    await n2.event('connected', { node: 'n1' });
    await n1.transport.stop();
    // Where n1 was there is one now who has another n2 connected.
    const server = createServer((socket) => {
      socket
        .on('error', () => undefined)
        .end(encodeFrame({ type: 'refused', reason: 'duplicate-id', message: 'Another.' }));
    });
    onTestFinished(() => void server.close());
    const { port } = n1.transport.address;
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    await n2.event('refused-by-other', { reason: 'duplicate-id', times: 8 });
    expect(failures).toBe(0);
  });

  it('the second is let in when the first gives no sign of life: it was started again', async () => {
    const addresses = nowhere();
    // Half of it is waited for the sign of life.
    const n1 = await startNode('n1', addresses, { limits: { patience: 2000 } });
    const dead = await raw(n1.transport.address);
    dead.write(hello);
    await dead.heard.until(({ type }) => type === 'hello');
    // Half open: the other machine is gone, and nobody answers what comes there.
    const n3 = await startNode('n3', addresses);
    n3.transport.send('n1', numbered(7));
    const { from } = await n1.received.until(() => true);
    expect(from).toBe('n3');
    await dead.closed;
    expect(refused(n1)).toEqual({ slow: 1 });
  });

  it('one that was killed is let in again at once', async () => {
    const addresses = nowhere();
    const n1 = await startNode('n1', addresses);
    const killed = await raw(n1.transport.address);
    killed.write(hello);
    await killed.heard.until(({ type }) => type === 'hello');
    killed.socket.resetAndDestroy();
    const n3 = await startNode('n3', addresses);
    await n3.event('connected', { node: 'n1' });
    expect(refused(n1)).toEqual({});
  });
});
