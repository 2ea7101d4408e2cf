import type { Label, StateGraph } from '@synod/spec';
import type { Lattice } from './lattice.js';

/** Steps and states by their numbers in a graph, actions by name. */
export interface Exercised {
  readonly steps: ReadonlySet<number>;
  readonly states: ReadonlySet<number>;
  readonly actions: ReadonlySet<string>;
}

/** How many behaviours are compared. What all of them have in common may still be avoided by another one. */
const samples = 6;

/** What some behaviours of a lattice, as different as can be had quickly, have in common. */
export function commonOf(lattice: Lattice, graph: StateGraph): Exercised {
  let common = sample(lattice, graph, 0);
  for (let turn = 1; turn < samples; turn++) {
    const { steps, states, actions } = sample(lattice, graph, turn);
    common = {
      steps: both(common.steps, steps),
      states: both(common.states, states),
      actions: both(common.actions, actions),
    };
  }
  return common;
}

/** What is exercised by these steps, -1 being none, and states. */
export function exercised(
  graph: StateGraph,
  taken: Iterable<number>,
  states: ReadonlySet<number>,
): Exercised {
  const steps = new Set(taken);
  steps.delete(-1);
  const actions = new Set(Array.from(steps, (step) => actionOf(graph, step)));
  // Steps of a graph without labels are of no action.
  actions.delete('');
  return { steps, states, actions };
}

/** The action of a step. */
export function actionOf({ labels, stepLabels }: StateGraph, step: number): string {
  return (labels[stepLabels[step] as number] as Label).action;
}

function both<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...one].filter((element) => other.has(element)));
}

/** One behaviour: the first in every choice, the last, or one of those in between. */
function sample(lattice: Lattice, graph: StateGraph, turn: number): Exercised {
  const { states, cuts, levels, levelSizes, entries, edges } = lattice;
  let choices = 0;
  const pick = (among: readonly number[]): number => {
    const choice =
      turn === 0 ? 0 : turn === 1 ? among.length - 1 : (++choices * 31 + turn * 17) % among.length;
    return among[choice] as number;
  };
  const steps = new Set<number>();
  const visited = new Set<number>();
  let node = pick([...entries.keys()].filter((entry) => entries[entry] === 1));
  visited.add(states[node] as number);
  while ((levels[cuts[node] as number] as number) < levelSizes.length - 1) {
    for (const edge of wayOn(lattice, node, pick)) {
      steps.add(edges.step[edge] as number);
      node = edges.to[edge] as number;
      visited.add(states[node] as number);
    }
  }
  return exercised(graph, steps, visited);
}

/** The edges from a node to the next level: hidden ones, as few as possible, then an event. */
function wayOn(
  { cuts, edges, leaving }: Lattice,
  start: number,
  pick: (among: readonly number[]) => number,
): readonly number[] {
  const ways = new Map<number, readonly number[]>([[start, []]]);
  for (const [node, way] of ways) {
    const out = [...leaving.order.subarray(leaving.starts[node], leaving.starts[node + 1])];
    const events = out.filter((edge) => cuts[edges.to[edge] as number] !== cuts[node]);
    if (events.length > 0) return [...way, pick(events)];
    for (const edge of out) {
      const to = edges.to[edge] as number;
      if (!ways.has(to)) ways.set(to, [...way, edge]);
    }
  }
  throw new Error('a node of a lattice leads to no event');
}
