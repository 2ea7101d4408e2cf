import type { StateGraph } from '@synod/spec';
import { searchTree } from './search-tree.js';

/**
 * The shortest way from a state to a step that is wanted, over steps that may be taken; at least one step long.
 *
 * @param wanted is asked about each step that may be taken, with the state it leads to
 * @returns the indices of its steps, or undefined if there is no way
 */
export function shortestWay(
  graph: StateGraph,
  from: number,
  mayTake: (step: number) => boolean,
  wanted: (step: number, to: number) => boolean,
): readonly number[] | undefined {
  const tree = searchTree(graph.size);
  tree.add(from, -1, -1);
  for (let state = tree.next(); state !== -1; state = tree.next()) {
    for (let step = graph.offsets[state] as number; step < (graph.offsets[state + 1] as number); step++) {
      const to = graph.targets[step] as number;
      if (to === state || !mayTake(step)) continue;
      if (wanted(step, to)) return [...tree.path(state).steps, step];
      tree.add(to, state, step);
    }
  }
  return undefined;
}
