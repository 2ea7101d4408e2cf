import type { LocalCluster } from './local-cluster.js';
import { type NodeChild, startChild } from './node-child.js';

/** How long nodes may take to stop before they are killed, in milliseconds. */
const patience = 5000;

/** Starts all nodes of a cluster, does something with them, and stops them. */
export async function withChildren<T>(
  cluster: LocalCluster,
  onLine: (line: Readonly<Record<string, unknown>>) => void,
  work: (children: readonly NodeChild[]) => Promise<T>,
): Promise<T> {
  const children = cluster.ids.map((id) => startChild(cluster.options(id), onLine));
  try {
    await Promise.all(children.map(({ ready }) => ready));
    return await work(children);
  } finally {
    await stopChildren(children);
  }
}

/** Tells nodes to stop, and kills those that do not. */
export async function stopChildren(children: readonly NodeChild[]): Promise<void> {
  for (const child of children) child.signal('SIGTERM');
  const late = setTimeout(() => {
    for (const child of children) child.signal('SIGKILL');
  }, patience);
  await Promise.all(children.map(({ exited }) => exited));
  clearTimeout(late);
}
