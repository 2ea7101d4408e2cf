import type { Paths, StateGraph } from '@synod/spec';
import type { InitialDivergence, StepDivergence } from './divergence.js';
import { compareSides } from './sides/compare-sides.js';

/** What comparing two state graphs gives. */
export interface GraphComparison {
  readonly divergences: readonly (InitialDivergence | StepDivergence)[];
  /** For each state of the expected graph, the same state of the actual one, or -1. */
  readonly same: Int32Array;
  /** Shortest paths in the expected graph, through states that both have. */
  readonly paths: Paths;
}

/**
 * Compares the initial states, the states and the labelled steps of two graphs of one specification. A state
 * that only one side has shows as a step to it from a state that both have; of the differing steps of an action
 * the one with the shortest path is reported, with how many there are.
 *
 * @param expanded how many states of the actual graph, in their order, have all their steps in it
 */
export function compareGraphs(
  expected: StateGraph,
  actual: StateGraph,
  expanded: number = actual.size,
): GraphComparison {
  const { divergences, same, paths } = compareSides(expected, [{ side: 'actual', graph: actual, expanded }]);
  return { divergences, same: same[0] as Int32Array, paths };
}
