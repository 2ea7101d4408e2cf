import type { NodeId } from './node-id.js';
import type { Quorums } from './quorum/quorums.js';

/** How votes reach those who want to know. */
export type Learning =
  /** Every acceptor tells every learner: one message delay less, and acceptors times learners messages. */
  | { readonly type: 'all' }
  /** Every acceptor tells one learner, who tells the others: if it is down, they find out by asking. */
  | { readonly type: 'distinguished'; readonly learner: NodeId }
  /** Every acceptor tells some learners, each of whom tells the others. */
  | { readonly type: 'set'; readonly learners: readonly NodeId[] };

/** How long is waited, in milliseconds, and how often is tried. */
export interface Timing {
  /** Until a proposer or a learner that got no answer asks again. */
  readonly retry: number;
  /**
   * How often a proposer asks in its first ballot, and a learner everybody, before they try something else. In its second ballot a
   * proposer asks twice as often, in the third three times, and so on: answers may take longer than it thought.
   */
  readonly tries: number;
  /**
   * How long a proposer waits that was told of a higher ballot: a time by chance, from `least` to `least` doubled with
   * every attempt, but never above `most`. With `least` equal to `most` there is no chance in it, and two may duel for ever.
   */
  readonly backoff: { readonly least: number; readonly most: number };
}

/** Who takes part, and how. The same on every node: what differs makes nodes choose two values. */
export interface Cluster {
  readonly name: string;
  readonly acceptors: readonly NodeId[];
  /** Proposer i of N has the ballots i, i+N, i+2N, …: the order is part of the configuration. Each is a learner, too. */
  readonly proposers: readonly NodeId[];
  readonly learners: readonly NodeId[];
  readonly quorums: Quorums;
  readonly learning: Learning;
  readonly timing: Timing;
  /** No proposer begins a ballot above it (default: all are allowed). For bounded models. */
  readonly lastBallot?: number;
}

export const defaultTiming: Timing = { retry: 200, tries: 3, backoff: { least: 50, most: 2000 } };

/** A cluster in which every node is proposer, acceptor and learner; a majority chooses, everybody is told by everybody. */
export function clusterOf(nodes: readonly NodeId[], options: Partial<Cluster> = {}): Cluster {
  return {
    name: 'synod',
    acceptors: nodes,
    proposers: nodes,
    learners: nodes,
    quorums: { type: 'majority' },
    learning: { type: 'all' },
    timing: defaultTiming,
    ...options,
  };
}
