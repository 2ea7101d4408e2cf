import type { Cluster } from '../cluster.js';
import type { NodeId } from '../node-id.js';
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
  const asking = { ...state, asked: state.asked + 1 };
  const to = helperOf(context.cluster, asking, chance);
  const finish: readonly Effect[] =
    to === undefined ? [] : [{ type: 'send', to, message: { type: 'finish' } }];
  return rest(context, asking, [...everybody(context), ...finish]);
}

/**
 * The proposer whom a learner that has asked so often asks, too; nobody yet, if not often. While its own node proposes, it asks
 * nobody: whoever has nothing to propose would only stop that, again and again. But where ballots come to an end, others may
 * have one left.
 */
export function helperOf(
  { proposers, timing, lastBallot }: Cluster,
  { asked, proposing }: LearnerState,
  chance: number,
): NodeId | undefined {
  if (asked <= timing.tries || (proposing && lastBallot === undefined)) return undefined;
  return proposers[Math.floor(chance * proposers.length)];
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
