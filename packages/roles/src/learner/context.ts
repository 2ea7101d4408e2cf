import type { Cluster } from '../cluster.js';
import type { NodeId } from '../node-id.js';
import type { QuorumSystem } from '../quorum/quorums.js';

/** What a learner knows from the start. */
export interface LearnerContext {
  readonly id: NodeId;
  readonly cluster: Cluster;
  readonly quorums: QuorumSystem;
}
