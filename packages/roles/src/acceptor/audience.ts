import type { Cluster } from '../cluster.js';
import type { NodeId } from '../node-id.js';

/** The learners whom acceptors tell what they vote for. */
export function votesGoTo({ learning, learners }: Cluster): readonly NodeId[] {
  if (learning.type === 'distinguished') return [learning.learner];
  return learning.type === 'set' ? learning.learners : learners;
}
