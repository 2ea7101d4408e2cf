import type { NodeId } from '../node-id.js';
import type { QuorumSystem } from './quorums.js';

/**
 * A quorum among these acceptors of which nobody can be left out. What somebody reports who is not of it does not count:
 * the specification asks one quorum, and no larger set.
 */
export function quorumAmong(
  quorums: QuorumSystem,
  acceptors: Iterable<NodeId>,
): ReadonlySet<NodeId> | undefined {
  const quorum = new Set(acceptors);
  if (!quorums.isQuorum(quorum)) return undefined;
  const needed = new Set(quorum);
  for (const acceptor of quorum) {
    needed.delete(acceptor);
    if (!quorums.isQuorum(needed)) needed.add(acceptor);
  }
  return needed;
}
