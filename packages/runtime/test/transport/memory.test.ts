import { describe, expect, it } from 'vitest';
import { RuntimeError } from '../../src/errors.js';
import { memoryNetwork } from '../../src/transport/memory/memory-network.js';
import type { Envelope } from '../../src/transport/transport.js';
import { heard, numbered } from './nodes.js';

const nodes = ['n1', 'n2', 'n3'];

describe('nodes in one process', () => {
  it('reach each other, and themselves, later, with copies', async () => {
    const network = memoryNetwork(nodes);
    const receipts = heard<{ readonly by: string; readonly from: string; readonly envelope: Envelope }>();
    for (const by of nodes) {
      const transport = network.transport(by);
      transport.onReceive = (from, envelope) => receipts.push({ by, from, envelope });
      await transport.start();
    }
    const n1 = network.transport('n1');
    n1.onReceive = (from, envelope) => receipts.push({ by: 'n1', from, envelope });
    await n1.start();
    const sent: Envelope = { instance: 'law', message: { type: '2a', bal: 3, val: 'K' }, clock: { n1: 2 } };
    for (const to of nodes) n1.send(to, sent);
    expect(receipts.all).toEqual([]);
    for (const by of nodes) {
      const { from, envelope } = await receipts.until((receipt) => receipt.by === by);
      expect(from).toBe('n1');
      expect(envelope).toEqual(sent);
      expect(envelope.message).not.toBe(sent.message);
    }
    expect(n1.statistics).toMatchObject({ sent: 3, received: 1 });
  });

  it('lose and delay what the hook says, and are deaf before start and after stop', async () => {
    const network = memoryNetwork(nodes, { delay: (_from, to) => (to === 'n2' ? undefined : 1) });
    const [n1, n2, n3] = nodes.map((id) => network.transport(id));
    const receipts = heard<string>();
    for (const [id, transport] of [
      ['n2', n2],
      ['n3', n3],
    ] as const) {
      if (transport !== undefined)
        transport.onReceive = (_from, { message }) =>
          receipts.push(`${id} ${'bal' in message && message.bal}`);
    }
    await n1?.start();
    await n2?.start();
    await n3?.start();
    n1?.send('n2', numbered(1));
    n1?.send('n3', numbered(2));
    await receipts.until((receipt) => receipt === 'n3 2');
    n1?.send('n3', numbered(3));
    await n3?.stop();
    const again = network.transport('n3');
    again.onReceive = (_from, { message }) => receipts.push(`again ${'bal' in message && message.bal}`);
    n1?.send('n9', numbered(4));
    n1?.send('n3', numbered(-4));
    await again.start();
    n1?.send('n3', numbered(5));
    await receipts.until((receipt) => receipt === 'again 5');
    expect(receipts.all.filter((receipt) => receipt.startsWith('n'))).toEqual(['n3 2']);
    expect(n1?.statistics.dropped).toMatchObject({ 'unknown-node': 1, malformed: 1 });
  });

  it('answer clients', async () => {
    const network = memoryNetwork(nodes);
    const client = network.client('n1');
    await expect(client.query('law')).rejects.toMatchObject({ code: 'connection-lost' });
    const n1 = network.transport('n1');
    await n1.start();
    await expect(client.query('law')).rejects.toMatchObject({ code: 'not-ready' });
    n1.onRequest = (request) =>
      request.type === 'propose'
        ? Promise.resolve({ type: 'chosen', val: request.value })
        : Promise.reject(new RuntimeError('disk-failed', 'The disk is full.'));
    expect(await client.propose('law', 'K')).toEqual({ type: 'chosen', val: 'K' });
    await expect(client.query('law')).rejects.toMatchObject({
      code: 'disk-failed',
      message: 'The disk is full.',
    });
    n1.onRequest = () => new Promise(() => undefined);
    const hanging = client.query('law');
    await n1.stop();
    await expect(hanging).rejects.toMatchObject({ code: 'connection-lost' });
  });
});
