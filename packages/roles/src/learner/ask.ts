import type { Effect, Step } from '../role.js';
import type { LearnerContext } from './context.js';
import type { LearnerState } from './state.js';

/** Somebody has voted, or wants something: the votes should come soon. */
export function waitForMore(context: LearnerContext, state: LearnerState): Step<LearnerState> {
  return state.waiting ? { state, effects: [] } : rest(context, { ...state, asked: 0 }, []);
}

/** A client wants to know: everybody is asked at once, unless that has been done. */
export function inquire(context: LearnerContext, state: LearnerState): Step<LearnerState> {
  const asking = state.waiting && state.asked > 0;
  if (state.chosen !== undefined || asking) return { state, effects: [] };
  return rest(context, { ...state, asked: 1 }, everybody(context));
}

/**
 * Time is up, and it still does not know what was chosen. It asks everybody; when nobody knew some times, one proposer after the other
 * is asked to have a value proposed again.
 */
export function ask(context: LearnerContext, state: LearnerState, chance: number): Step<LearnerState> {
  const { proposers, timing } = context.cluster;
  const asking = { ...state, asked: state.asked + 1 };
  const to = proposers[Math.floor(chance * proposers.length)];
  const finish: readonly Effect[] =
    asking.asked > timing.tries && to !== undefined
      ? [{ type: 'send', to, message: { type: 'finish' } }]
      : [];
  return rest(context, asking, [...everybody(context), ...finish]);
}

function everybody({ id, cluster: { acceptors, learners } }: LearnerContext): readonly Effect[] {
  const all = new Set([...acceptors, ...learners.filter((other) => other !== id)]);
  return [...all].map((to) => ({ type: 'send', to, message: { type: 'ask' } }));
}

function rest(
  { cluster: { timing } }: LearnerContext,
  state: LearnerState,
  effects: readonly Effect[],
): Step<LearnerState> {
  const timer = state.timer + 1;
  return {
    state: { ...state, timer, waiting: true },
    effects: [...effects, { type: 'timer', timer: { of: 'learner', id: timer }, delay: timing.retry }],
  };
}
