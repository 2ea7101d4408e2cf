import { nextBallot } from '../ballot.js';
import type { Message1a } from '../message.js';
import type { Effect, Step } from '../role.js';
import type { ProposerContext } from './context.js';
import type { ProposerState } from './state.js';

/**
 * Begins the next ballot of its slice above all that it has heard of. The ballot is in the ledger before anybody hears of it.
 *
 * @spec Paxos!Phase1a
 */
export function begin({ id, cluster }: ProposerContext, state: ProposerState): Step<ProposerState> {
  const bal = nextBallot(cluster, id, Math.max(state.ballot, state.highest));
  if (bal === undefined) return { state: { ...state, phase: { type: 'idle' } }, effects: [] };
  const message: Message1a = { type: '1a', bal };
  const timer = state.timer + 1;
  return {
    state: {
      ...state,
      ballot: bal,
      phase: { type: 'preparing', promises: new Map(), asked: 1 },
      timer,
    },
    effects: [
      { type: 'persist', record: { type: 'ballot', bal } },
      { type: 'action', action: 'Phase1a', params: { b: bal }, sent: message },
      ...cluster.acceptors.map((to): Effect => ({ type: 'send', to, message })),
      { type: 'timer', timer: { of: 'proposer', id: timer }, delay: cluster.timing.retry },
    ],
  };
}
