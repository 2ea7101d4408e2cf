import type { StateGraph } from './graph.js';

/** A shortest-path tree over a state graph. */
export interface Paths {
  /** The distance of each state from the initial ones, in steps; -1 if it cannot be reached. */
  readonly distances: Int32Array;
  /** The states in order of their distance. */
  readonly order: Int32Array;
  /** The initial state that a shortest path to a state starts from. */
  start(state: number): number;
  /** The indices of the steps of a shortest path to a state, from an initial one. */
  to(state: number): readonly number[];
}

/** The shortest paths from the initial states to all others. */
export function shortestPaths(graph: StateGraph): Paths {
  const distances = new Int32Array(graph.size).fill(-1);
  const parents = new Int32Array(graph.size).fill(-1);
  const arrivals = new Int32Array(graph.size).fill(-1);
  const order = new Int32Array(graph.size);
  let end = 0;
  for (const state of graph.initial) {
    distances[state] = 0;
    order[end++] = state;
  }
  for (let i = 0; i < end; i++) {
    const from = order[i] as number;
    for (let step = graph.offsets[from] as number; step < (graph.offsets[from + 1] as number); step++) {
      const to = graph.targets[step] as number;
      if (distances[to] !== -1) continue;
      distances[to] = (distances[from] as number) + 1;
      parents[to] = from;
      arrivals[to] = step;
      order[end++] = to;
    }
  }
  return {
    distances,
    order: order.subarray(0, end),
    start(state) {
      let first = state;
      while ((parents[first] as number) >= 0) first = parents[first] as number;
      return first;
    },
    to(state) {
      const steps: number[] = [];
      for (let s = state; (parents[s] as number) >= 0; s = parents[s] as number)
        steps.push(arrivals[s] as number);
      return steps.toReversed();
    },
  };
}

/** The number of levels of a breadth-first search, the initial states being the first: TLC's depth. */
export function depth(paths: Paths): number {
  const last = paths.order.at(-1);
  return last === undefined ? 0 : (paths.distances[last] as number) + 1;
}
