import type { Cluster } from './cluster.js';
import type { NodeId } from './node-id.js';

/**
 * The lowest ballot of a proposer above another ballot. Proposer i of N has i, i+N, i+2N, …: two proposers never have the
 * same ballot, so that none can send two values in one (Paxos!Phase2a).
 *
 * @param above -1 where any ballot will do
 * @returns undefined if the cluster does not go up to it, or has no such proposer
 */
export function nextBallot(
  { proposers, lastBallot = Infinity }: Cluster,
  proposer: NodeId,
  above: number,
): number | undefined {
  const slice = proposers.indexOf(proposer);
  if (slice === -1) return undefined;
  const turns = Math.floor((above - slice) / proposers.length) + 1;
  const ballot = slice + turns * proposers.length;
  return ballot <= lastBallot ? ballot : undefined;
}
