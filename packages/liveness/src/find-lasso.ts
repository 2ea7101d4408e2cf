import { fairCycle } from './cycle.js';
import { fairStates } from './fair-states.js';
import type { Lasso } from './lasso.js';
import type { LivenessProblem } from './problem.js';
import { countReachable, reachAvoiding } from './reach.js';

/** Whether every fair behaviour does what it should, or one that does not. */
export type LivenessVerdict = {
  /** How many states behaviours can be in. */
  readonly states: number;
  /** In how many of them they can be with the goal owed and not reached. */
  readonly avoiding: number;
} & ({ readonly holds: true } | { readonly holds: false; readonly lasso: Lasso });

/**
 * Searches a finite graph for a fair behaviour that never does what it should. Time and memory grow linearly with
 * states and steps, times the number of constraints; strong ones can ask for that many rounds.
 *
 * @returns that all do, or a lasso whose prefix is as short as any has; the same one each time
 */
export function findLasso(problem: LivenessProblem): LivenessVerdict {
  const { graph, fairness, allowed = () => true } = problem;
  const reach = reachAvoiding(problem);
  const fair = fairStates(graph, reach.order, allowed, fairness);
  const figures = { states: countReachable(problem), avoiding: reach.order.length };
  const knot = reach.order.find((state) => fair[state] !== 0);
  if (knot === undefined) return { ...figures, holds: true };
  const { start, steps } = reach.path(knot);
  const cycle = fairCycle(graph, knot, fair, allowed, fairness);
  return { ...figures, holds: false, lasso: { start, prefix: steps, cycle } };
}
