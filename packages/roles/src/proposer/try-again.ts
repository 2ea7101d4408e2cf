import type { Message } from '../message.js';
import type { Effect, Step } from '../role.js';
import { begin } from './begin.js';
import type { ProposerContext } from './context.js';
import { wait } from './give-way.js';
import type { ProposerState } from './state.js';

/** Time is up: it asks again, and when that did not help some times, it tries another ballot. */
export function tryAgain(
  context: ProposerContext,
  state: ProposerState,
  chance: number,
): Step<ProposerState> {
  const { phase, ballot: bal } = state;
  if (phase.type === 'waiting') return begin(context, state);
  if (phase.type !== 'preparing' && phase.type !== 'proposing') return { state, effects: [] };
  const { acceptors, timing } = context.cluster;
  // Every time more often: where answers take longer than it waits, all of its ballots would fail.
  if (phase.asked >= timing.tries * (state.attempts + 1)) return wait(context, state, chance);
  const message: Message =
    phase.type === 'preparing' ? { type: '1a', bal } : { type: '2a', bal, val: phase.val };
  const silent = acceptors.filter((acceptor) => phase.type === 'proposing' || !phase.promises.has(acceptor));
  const timer = state.timer + 1;
  return {
    state: { ...state, phase: { ...phase, asked: phase.asked + 1 }, timer },
    effects: [
      ...silent.map((to): Effect => ({ type: 'send', to, message })),
      { type: 'timer', timer: { of: 'proposer', id: timer }, delay: timing.retry },
    ],
  };
}
