import type { Message2a, Message2b } from '../message.js';
import type { NodeId } from '../node-id.js';
import type { Effect, Step } from '../role.js';
import { rejected } from './rejected.js';
import type { AcceptorState } from './state.js';

/**
 * Votes for the value of a ballot, unless it takes part in a higher one. It need not have promised before.
 *
 * @spec Paxos!Phase2b
 */
export function vote(
  acc: NodeId,
  state: AcceptorState,
  { bal, val }: Message2a,
  proposer: NodeId,
  learners: readonly NodeId[],
): Step<AcceptorState> {
  if (bal < state.maxBal) return rejected(state, bal, proposer);
  // Asked again: it has voted, and says so again.
  const again = bal === state.maxVBal;
  const message: Message2b = { type: '2b', acc, bal, val: again ? (state.maxVal ?? val) : val };
  const told: readonly Effect[] = learners.map((to) => ({ type: 'send', to, message }));
  if (again) return { state, effects: told };
  return {
    state: { maxBal: bal, maxVBal: bal, maxVal: val },
    effects: [
      { type: 'persist', record: { type: 'vote', bal, val } },
      { type: 'action', action: 'Phase2b', params: { a: acc }, sent: message },
      ...told,
    ],
  };
}
