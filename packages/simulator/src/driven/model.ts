import { type Cluster, clusterOf, type NodeId } from '@synod/roles';

/** The constants of a bounded model of Paxos.tla. */
export interface PaxosModel {
  readonly acceptors: readonly NodeId[];
  readonly quorums: readonly (readonly NodeId[])[];
  /** The last of its ballots 0, 1, 2, … */
  readonly lastBallot: number;
}

/**
 * The cluster that takes the steps of a model. Each ballot has a proposer of its own, in the order of the ballots: in the
 * model any ballot may begin at any time, and a proposer only goes to higher ones.
 */
export function clusterOfModel({ acceptors, quorums, lastBallot }: PaxosModel): Cluster {
  const proposers = Array.from({ length: lastBallot + 1 }, (_, ballot) => `proposer of ${ballot}`);
  return clusterOf(acceptors, {
    name: 'driven',
    proposers,
    learners: proposers,
    quorums: { type: 'explicit', quorums },
    // A proposer may be made to ask as often as a behaviour repeats Phase1a.
    timing: { retry: 1, tries: Number.MAX_SAFE_INTEGER, backoff: { least: 1, most: 1 } },
    lastBallot,
  });
}
