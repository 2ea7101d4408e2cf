import type { NodeId } from '../node-id.js';

/** Which sets of acceptors are large enough to choose, as a configuration says it. */
export type Quorums =
  /** More than half of them. */
  | { readonly type: 'majority' }
  /** Those who together have more than half of the weight. */
  | { readonly type: 'weighted'; readonly weights: Readonly<Record<NodeId, number>> }
  /** Acceptors stand in rows of equal length; a quorum is a whole row and a whole column. */
  | { readonly type: 'grid'; readonly rows: readonly (readonly NodeId[])[] }
  /** These sets; any two must have an acceptor in common. */
  | { readonly type: 'explicit'; readonly quorums: readonly (readonly NodeId[])[] };

/** Which sets of acceptors are large enough to choose. */
export interface QuorumSystem {
  /** Whether a quorum is among these acceptors, each counted once. */
  isQuorum(acceptors: ReadonlySet<NodeId>): boolean;
  /**
   * All quorums of which no acceptor can be left out: the constant `Quorum` of Paxos.tla. Their number grows with two to
   * the power of the acceptors: for clusters small enough to model.
   */
  smallest(): readonly (readonly NodeId[])[];
}
