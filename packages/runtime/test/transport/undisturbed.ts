import { expect } from 'vitest';
import { nowhere, numbered, startNode, type TestNode } from './nodes.js';

/** Two nodes that talk; `n3` does not run. The check: they still do, over the connection that they had. */
export async function undisturbed(options: Parameters<typeof startNode>[2] = {}) {
  const addresses = nowhere();
  const n1 = await startNode('n1', addresses, options);
  const n2 = await startNode('n2', addresses);
  await n2.event('connected', { node: 'n1' });
  const check = async (): Promise<void> => {
    const bal = n1.received.all.length;
    n2.transport.send('n1', numbered(bal));
    await n1.received.until(({ envelope }) => 'bal' in envelope.message && envelope.message.bal === bal);
    expect(n2.log.all.filter(({ event }) => event === 'disconnected')).toEqual([]);
    expect(n2.transport.statistics.reconnects).toBe(0);
  };
  return { n1, n2, check, addresses };
}

/** All that n1 has refused. */
export function refused({ transport }: TestNode): Record<string, number> {
  return Object.fromEntries(Object.entries(transport.statistics.refused).filter(([, count]) => count > 0));
}
