import type { Message2a } from '../message.js';
import type { Effect, Step } from '../role.js';
import type { ProposerContext } from './context.js';
import type { ProposerState } from './state.js';

/**
 * Asks for votes, once in a ballot.
 *
 * @spec Paxos!Phase2a
 */
export function propose(
  { cluster }: ProposerContext,
  state: ProposerState,
  val: string,
): Step<ProposerState> {
  const message: Message2a = { type: '2a', bal: state.ballot, val };
  const timer = state.timer + 1;
  return {
    state: { ...state, phase: { type: 'proposing', val, asked: 1 }, timer },
    effects: [
      { type: 'action', action: 'Phase2a', params: { b: state.ballot, v: val }, sent: message },
      ...cluster.acceptors.map((to): Effect => ({ type: 'send', to, message })),
      { type: 'timer', timer: { of: 'proposer', id: timer }, delay: cluster.timing.retry },
    ],
  };
}
