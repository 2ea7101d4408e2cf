import { type Cluster, helperOf, type Input, type LearnerState, type NodeId } from '@synod/roles';
import type { Fact } from './fact.js';

/** What an input came to at a learner: none if nothing that is worth a sentence. */
export function learnerFact(
  who: NodeId,
  cluster: Cluster,
  input: Input,
  before: LearnerState,
  after: LearnerState,
): Fact | undefined {
  if (input.type === 'query') {
    return before.chosen === undefined
      ? { type: 'inquires', who, client: true, helper: undefined }
      : { type: 'knows', who, val: before.chosen.val };
  }
  if (input.type === 'timeout' && after.timer > before.timer) {
    return { type: 'inquires', who, client: false, helper: helperOf(cluster, after, input.chance) };
  }
  if (input.type !== 'message' || before.chosen !== undefined) return undefined;
  const { from, message } = input;
  if (message.type === 'nothing') return { type: 'hears of nothing', who, bal: message.bal };
  if (message.type === 'chosen') {
    return { type: 'learns', who, from, bal: message.bal, val: message.val, voters: undefined };
  }
  if (message.type !== '2b') return undefined;
  const { bal, val, acc } = message;
  if (after.chosen === undefined) return { type: 'counts', who, from, bal, val };
  const voters = [...new Set(before.votes.get(bal)?.voters).add(acc)];
  return { type: 'learns', who, from, bal, val, voters };
}
