import type { Ground } from './route.js';

/**
 * A transshipment: goods must be brought from nodes that have them, or that they can be bought at, to nodes that need
 * them, along arcs that carry any amount. The arcs out of node `v` are those from `offsets[v]` up to `offsets[v + 1]`.
 */
export interface Network {
  readonly offsets: Int32Array;
  /** The node that each arc leads to, and what carrying one thing along it costs. */
  readonly heads: Int32Array;
  readonly costs: Uint8Array;
  /** How many things each node has, and how many it needs: one of both is 0. */
  readonly supply: Int32Array;
  readonly demand: Int32Array;
  /** Nodes at which any number of things can be had, at a cost of 1 each. */
  readonly entries: readonly number[];
  /** The step of the graph that each arc stands for; -1 for none. */
  readonly steps: Int32Array;
}

/**
 * What an event costs where beginning a behaviour costs 1. A change of a flow that cannot be taken apart begins at most
 * one behaviour more or less, so that this is enough to have fewest events first, and fewest behaviours among those.
 */
const costOfAnEvent = 2;

/**
 * The network for taking every step. Each is taken once as it is; a state that has more steps out than in needs
 * behaviours to come to it again, from states that have more steps in, or from an initial state.
 */
export function stepNetwork({ graph, sources, usable }: Ground): Network {
  const balance = new Int32Array(graph.size);
  graph.targets.forEach((to, step) => {
    if (usable[step] === 0) return;
    const from = sources[step] as number;
    balance[to] = (balance[to] as number) + 1;
    balance[from] = (balance[from] as number) - 1;
  });
  const { offsets, heads, steps } = distinctMoves({ graph, usable }, 1);
  return {
    offsets,
    heads,
    costs: new Uint8Array(heads.length).fill(costOfAnEvent),
    supply: balance.map((surplus) => Math.max(0, surplus)),
    demand: balance.map((surplus) => Math.max(0, -surplus)),
    entries: graph.initial,
    steps,
  };
}

/**
 * The network for visiting every state. State `s` is node `2 s` where behaviours arrive and node `2 s + 1` where they
 * leave it: an arrival is needed once, a leaving is there once, and more of both may be.
 */
export function stateNetwork({ graph, paths, usable, longest }: Ground): Network {
  const { offsets, heads, steps } = distinctMoves({ graph, usable }, 2);
  const wanted = (node: number): boolean => {
    const distance = paths.distances[node >> 1] as number;
    return distance >= 0 && distance <= longest;
  };
  const nodes = 2 * graph.size;
  return {
    offsets,
    heads,
    costs: Uint8Array.from(steps, (step) => (step < 0 ? 0 : costOfAnEvent)),
    supply: Int32Array.from({ length: nodes }, (_, node) => (node % 2 === 1 && wanted(node) ? 1 : 0)),
    demand: Int32Array.from({ length: nodes }, (_, node) => (node % 2 === 0 && wanted(node) ? 1 : 0)),
    entries: graph.initial.map((state) => 2 * state),
    steps,
  };
}

/**
 * An arc for each pair of different states that a step connects: one step of several is enough, and one that changes
 * nothing leads nowhere. With two nodes a state, an arc from the first to the second comes before those.
 */
function distinctMoves(
  { graph, usable }: Pick<Ground, 'graph' | 'usable'>,
  nodesOfAState: 1 | 2,
): Pick<Network, 'offsets' | 'heads' | 'steps'> {
  const { size, offsets, targets } = graph;
  const [heads, steps]: [number[], number[]] = [[], []];
  const begins = new Int32Array(nodesOfAState * size + 1);
  const seenFrom = new Int32Array(size).fill(-1);
  for (let state = 0; state < size; state++) {
    if (nodesOfAState === 2) {
      begins[2 * state] = heads.length;
      heads.push(2 * state + 1);
      steps.push(-1);
    }
    begins[nodesOfAState * (state + 1) - 1] = heads.length;
    seenFrom[state] = state;
    for (let step = offsets[state] as number; step < (offsets[state + 1] as number); step++) {
      const to = targets[step] as number;
      if (usable[step] === 0 || seenFrom[to] === state) continue;
      seenFrom[to] = state;
      heads.push(nodesOfAState * to);
      steps.push(step);
    }
  }
  begins[nodesOfAState * size] = heads.length;
  return { offsets: begins, heads: Int32Array.from(heads), steps: Int32Array.from(steps) };
}
