import { clusterOf } from '@synod/roles';
import { memoryDisk, memoryNetwork, openLedger, type RunningNode, startNode } from '@synod/runtime';

const cluster = clusterOf(['a1', 'a2', 'a3']);
const network = memoryNetwork(cluster.acceptors);
const disk = memoryDisk();

/** Starts a node from what its ledger has. */
async function start(id: string): Promise<RunningNode> {
  const ledger = await openLedger(id, { cluster: cluster.name, node: id, disk });
  return startNode({ id, cluster, ledger, transport: network.transport(id) });
}

/** Two values are proposed at once; a node is started again, and asked. */
export async function chosen(): Promise<readonly string[]> {
  const [a1, a2, a3] = await Promise.all([start('a1'), start('a2'), start('a3')]);
  const answers = await Promise.all([
    network.client('a1').propose('law', 'olives'),
    network.client('a2').propose('law', 'cheese'),
  ]);
  await a3.stop();
  const again = await start('a3');
  const known = await network.client('a3').query('law');
  await Promise.all([a1.stop(), a2.stop(), again.stop()]);
  return [...answers, known].map((answer) => (answer.type === 'chosen' ? answer.val : 'unknown'));
}
