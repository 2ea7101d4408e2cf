import type { StateGraph } from '@synod/spec';
import type { Fairness } from './fairness.js';

/** What every fair behaviour is said to do. Each predicate is of a state's number. */
export type Goal =
  /** `<>P` */
  | { readonly type: 'eventually'; readonly holds: (state: number) => boolean }
  /** `P ~> Q` */
  | {
      readonly type: 'leadsTo';
      readonly from: (state: number) => boolean;
      readonly to: (state: number) => boolean;
    };

/**
 * A claim about the infinite behaviours of a graph: those that start in an initial state, take allowed steps or
 * stay where they are, and are fair in every respect listed. A behaviour may stay in a state for ever.
 */
export interface LivenessProblem {
  readonly graph: StateGraph;
  readonly fairness: readonly Fairness[];
  /**
   * Whether the step with an index may be taken; every step, unless given. It does not disable anything: an
   * action all of whose steps are forbidden is still enabled, as it is in TLA+.
   */
  readonly allowed?: ((step: number) => boolean) | undefined;
  readonly goal: Goal;
}

/** Whether a behaviour that has yet to reach the goal may be in a state. */
export function avoids(goal: Goal): (state: number) => boolean {
  const reached = goal.type === 'eventually' ? goal.holds : goal.to;
  return (state) => !reached(state);
}
