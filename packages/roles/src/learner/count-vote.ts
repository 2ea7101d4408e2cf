import type { Message2b } from '../message.js';
import type { Step } from '../role.js';
import { waitForMore } from './ask.js';
import type { LearnerContext } from './context.js';
import { learn } from './learn.js';
import type { LearnerState } from './state.js';

/**
 * Counts an acceptor's vote, once, with those of the same ballot.
 *
 * @spec Voting!ChosenAt
 */
export function countVote(
  context: LearnerContext,
  state: LearnerState,
  { acc, bal, val }: Message2b,
): Step<LearnerState> {
  const voters = new Set(state.votes.get(bal)?.voters).add(acc);
  if (context.quorums.isQuorum(voters)) return learn(context, state, bal, val, true);
  const counted = { ...state, votes: new Map(state.votes).set(bal, { val, voters }) };
  return waitForMore(context, counted);
}
