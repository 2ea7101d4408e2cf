import { backoffDelay } from '../backoff.js';
import type { Rejection } from '../message.js';
import type { Step } from '../role.js';
import type { ProposerContext } from './context.js';
import type { ProposerState } from './state.js';

/** There is a higher ballot: its proposer leads until time is up. */
export function yieldTo(
  context: ProposerContext,
  state: ProposerState,
  { bal, maxBal }: Rejection,
  chance: number,
): Step<ProposerState> {
  const highest = Math.max(state.highest, maxBal);
  const busy = state.phase.type === 'preparing' || state.phase.type === 'proposing';
  const heard = { ...state, highest };
  return busy && bal === state.ballot ? wait(context, heard, chance) : { state: heard, effects: [] };
}

/** Waits before its next ballot, longer with every one that failed. */
export function wait(
  { cluster: { timing } }: ProposerContext,
  state: ProposerState,
  chance: number,
): Step<ProposerState> {
  const timer = state.timer + 1;
  return {
    state: { ...state, phase: { type: 'waiting' }, attempts: state.attempts + 1, timer },
    effects: [
      {
        type: 'timer',
        timer: { of: 'proposer', id: timer },
        delay: backoffDelay(timing, state.attempts, chance),
      },
    ],
  };
}
