import { type NodeId, quorumSystem } from '@synod/roles';
import type { Run } from './run.js';

/**
 * How a run ended. `decided`: some learner knows what was chosen. Else nobody does: `no-quorum`, if too few acceptors were up at the end;
 * `undecided`, if enough were.
 */
export function outcomeOf({
  schedule: { cluster, moves },
  learned,
}: Run): 'decided' | 'undecided' | 'no-quorum' {
  if (learned.length > 0) return 'decided';
  const down = new Set<NodeId>();
  for (const move of moves) {
    if (move.move === 'crash') down.add(move.node);
    if (move.move === 'restart') down.delete(move.node);
  }
  const up = new Set(cluster.acceptors.filter((node) => !down.has(node)));
  return quorumSystem(cluster.quorums, cluster.acceptors).isQuorum(up) ? 'undecided' : 'no-quorum';
}
