import { avoids, type LivenessProblem } from './problem.js';
import { searchTree } from './search-tree.js';

/** Where behaviours that have not reached the goal, and should, can be. */
export interface Reach {
  /** These states, nearest to an initial one first. */
  readonly order: Int32Array;
  /** A shortest way to one of them. */
  readonly path: (state: number) => { readonly start: number; readonly steps: readonly number[] };
}

/**
 * Breadth first through a graph in up to two layers: in the lower one the goal is owed and not reached; in the upper
 * one, which `P ~> Q` alone has, nothing is owed. A node of the lower layer has its state's number, one of the upper
 * layer that plus the graph's size.
 */
export function reachAvoiding({
  graph,
  goal,
  allowed = () => true,
}: Pick<LivenessProblem, 'graph' | 'goal' | 'allowed'>): Reach {
  const { size } = graph;
  const owed = avoids(goal);
  const tree = searchTree(goal.type === 'leadsTo' ? 2 * size : size);
  const discover = (node: number, parent: number, step: number): void => {
    if (!tree.add(node, parent, step) || goal.type === 'eventually' || node < size) return;
    // From here the goal may be owed: the same state, in the lower layer, and as far from the start.
    const state = node - size;
    if (goal.from(state) && owed(state)) tree.add(state, node, -1);
  };

  for (const state of graph.initial) {
    if (goal.type === 'leadsTo') discover(state + size, -1, -1);
    else if (owed(state)) discover(state, -1, -1);
  }
  for (let node = tree.next(); node !== -1; node = tree.next()) {
    const upper = node >= size;
    const from = upper ? node - size : node;
    for (let step = graph.offsets[from] as number; step < (graph.offsets[from + 1] as number); step++) {
      const to = graph.targets[step] as number;
      if (to === from || !allowed(step)) continue;
      if (upper) discover(to + size, node, step);
      else if (owed(to)) discover(to, node, step);
    }
  }
  return {
    order: tree.visited().filter((node) => node < size),
    path: (state) => {
      const { root, steps } = tree.path(state);
      return { start: root >= size ? root - size : root, steps };
    },
  };
}

/** How many states behaviours of allowed steps can be in, whatever the goal. */
export function countReachable({ graph, allowed }: Pick<LivenessProblem, 'graph' | 'allowed'>): number {
  const goal = { type: 'eventually', holds: () => false } as const;
  return reachAvoiding({ graph, goal, allowed }).order.length;
}
