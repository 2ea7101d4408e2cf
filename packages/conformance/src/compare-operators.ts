import type { Paths, StateGraph } from '@synod/spec';
import type { OperatorDivergence } from './divergence.js';
import type { OperatorTable } from './operators.js';
import { compareValues } from './sides/compare-values.js';

/**
 * Compares the value of each operator in each state that both sides have.
 *
 * @param same for each state of the expected graph, the same state of the actual one, or -1
 * @throws InputError if the two tables are not of the same operators: then what is compared would be less than
 *   it seems
 */
export function compareOperators(
  graph: StateGraph,
  paths: Paths,
  same: Int32Array,
  expected: OperatorTable,
  actual: OperatorTable,
): readonly OperatorDivergence[] {
  return compareValues(graph, paths, expected, [{ side: 'actual', operators: actual, same }]);
}
