import type { Label, StateGraph } from '@synod/spec';
import { key } from '@synod/tla';

/** The states of a graph in the order in which they are written. */
export interface Numbering {
  /** The state with each number. */
  readonly order: Int32Array;
  /** The number of each state. */
  readonly numbers: Int32Array;
  /** The distance of each state from the initial ones; -1 if it is not reached. */
  readonly distances: Int32Array;
  /** The indices of the steps from a state, in the order in which they are written. */
  steps(state: number): readonly number[];
}

/**
 * Numbers the states breadth-first, from 0, in a way that only depends on the graph and not on how it was
 * written down: initial states by their text, steps by their label, states that one label leads to by their
 * text. States that are not reached come last, by their text; where no state is known to be initial, all are in the order
 * in which the graph has them, which is that of the file.
 */
export function numberStates(graph: StateGraph): Numbering {
  const ranks = labelRanks(graph.labels);
  const order = new Int32Array(graph.size);
  const numbers = new Int32Array(graph.size).fill(-1);
  const distances = new Int32Array(graph.size).fill(-1);
  let end = 0;
  const add = (state: number, distance: number): void => {
    if (numbers[state] !== -1) return;
    numbers[state] = end;
    distances[state] = distance;
    order[end++] = state;
  };
  const rank = (step: number): number => ranks[graph.stepLabels[step] as number] as number;
  const steps = (state: number): number[] => {
    const first = graph.offsets[state] as number;
    const count = (graph.offsets[state + 1] as number) - first;
    return Array.from({ length: count }, (_, index) => first + index);
  };
  const fresh = (target: number): boolean => numbers[target] === -1;

  for (const state of byText(graph, graph.initial)) add(state, 0);
  for (let i = 0; i < end; i++) {
    const from = order[i] as number;
    const distance = (distances[from] as number) + 1;
    const leading = steps(from)
      .filter((step) => fresh(graph.targets[step] as number))
      .toSorted((left, right) => rank(left) - rank(right));
    for (let start = 0; start < leading.length; ) {
      const label = rank(leading[start] as number);
      let stop = start + 1;
      while (stop < leading.length && rank(leading[stop] as number) === label) stop++;
      const targets = leading.slice(start, stop).map((step) => graph.targets[step] as number);
      for (const target of byText(graph, targets.filter(fresh))) add(target, distance);
      start = stop;
    }
  }
  const rest: number[] = [];
  for (let state = 0; state < graph.size; state++) if (fresh(state)) rest.push(state);
  for (const state of graph.initial.length > 0 ? byText(graph, rest) : rest) add(state, -1);
  const number = (step: number): number => numbers[graph.targets[step] as number] as number;
  return {
    order,
    numbers,
    distances,
    steps: (state) =>
      steps(state).toSorted((left, right) => rank(left) - rank(right) || number(left) - number(right)),
  };
}

/** These states by the text of their values. */
function byText(graph: StateGraph, states: readonly number[]): readonly number[] {
  if (states.length < 2) return states;
  const texts = states.map((state) => ({ state, text: graph.values(state).map(key).join('\n') }));
  texts.sort((left, right) => (left.text < right.text ? -1 : left.text > right.text ? 1 : 0));
  return texts.map(({ state }) => state);
}

/** The place of each label among all, by their texts. */
function labelRanks(labels: readonly Label[]): Int32Array {
  const ranks = new Int32Array(labels.length);
  const sorted = labels
    .map(({ key: text }, label) => ({ text, label }))
    .toSorted((left, right) => (left.text < right.text ? -1 : 1));
  sorted.forEach(({ label }, rank) => {
    ranks[label] = rank;
  });
  return ranks;
}
