import { type Label, type Paths, type StateGraph, shortestPaths } from '@synod/spec';
import type { InitialDivergence, Side, StepDivergence } from './divergence.js';
import { pathTo, stateValues } from './paths.js';

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
  const same = new Int32Array(expected.size);
  for (let state = 0; state < expected.size; state++) same[state] = actual.find(expected.values(state));
  const paths = shortestPaths(expected);
  const divergences: (InitialDivergence | StepDivergence)[] = [
    ...onlyInitial(expected, actual, 'expected'),
    ...onlyInitial(actual, expected, 'actual'),
  ];

  const reverse = new Int32Array(actual.size).fill(-1);
  same.forEach((there, here) => {
    if (there >= 0) reverse[there] = here;
  });
  const found = new Map<string, Mismatch>();
  const compare = stepComparer(expected, actual, reverse);
  for (const state of paths.order) {
    const there = same[state] as number;
    if (there >= 0 && there < expanded) compare(state, there, found);
  }
  for (const mismatch of found.values()) {
    divergences.push(stepDivergence(expected, actual, paths, mismatch));
  }
  return { divergences, same, paths };
}

function* onlyInitial(from: StateGraph, other: StateGraph, onlyIn: Side): Iterable<InitialDivergence> {
  const known = new Set(other.initial);
  for (const state of from.initial) {
    if (known.has(other.find(from.values(state)))) continue;
    yield { type: 'initial', onlyIn, state: stateValues(from, state) };
  }
}

/** The first step of an action that one side lacks. */
interface Mismatch {
  readonly onlyIn: Side;
  readonly state: number;
  readonly there: number;
  readonly label: string;
  /** The state it leads to, in the graph that has the step. */
  readonly target: number;
  count: number;
}

/** Compares the steps of one state with those of the same state in the other graph. */
function stepComparer(
  expected: StateGraph,
  actual: StateGraph,
  reverse: Int32Array,
): (state: number, there: number, found: Map<string, Mismatch>) => void {
  const keys = new Map<string, number>();
  const numbers = (labels: readonly Label[]): Int32Array =>
    Int32Array.from(labels, ({ key }) => keys.get(key) ?? keys.set(key, keys.size).size - 1);
  const [expectedLabels, actualLabels] = [numbers(expected.labels), numbers(actual.labels)];
  const span = expected.size + actual.size;

  // A step as one number: its label, then its target, in the numbering of the expected graph; states that
  // it does not have come after its own.
  const code = (label: number, target: number): number => label * span + target;
  return (state, there, found) => {
    const here = new Map<number, number>();
    for (let i = expected.offsets[state] as number; i < (expected.offsets[state + 1] as number); i++) {
      const label = expectedLabels[expected.stepLabels[i] as number] as number;
      here.set(code(label, expected.targets[i] as number), i);
    }
    const note = (onlyIn: Side, graph: StateGraph, step: number): void => {
      const label = graph.labels[graph.stepLabels[step] as number] as Label;
      const known = found.get(`${onlyIn} ${label.action}`);
      if (known !== undefined) known.count++;
      else {
        const target = graph.targets[step] as number;
        found.set(`${onlyIn} ${label.action}`, { onlyIn, state, there, label: label.key, target, count: 1 });
      }
    };
    for (let i = actual.offsets[there] as number; i < (actual.offsets[there + 1] as number); i++) {
      const target = actual.targets[i] as number;
      const known = reverse[target] as number;
      const label = actualLabels[actual.stepLabels[i] as number] as number;
      if (!here.delete(code(label, known >= 0 ? known : expected.size + target))) note('actual', actual, i);
    }
    for (const step of here.values()) note('expected', expected, step);
  };
}

function stepDivergence(
  expected: StateGraph,
  actual: StateGraph,
  paths: Paths,
  { onlyIn, state, there, label, target, count }: Mismatch,
): StepDivergence {
  const graph = onlyIn === 'expected' ? expected : actual;
  return {
    type: 'step',
    onlyIn,
    path: pathTo(expected, paths, state),
    label: graph.labels.find((candidate) => candidate.key === label) as Label,
    target: stateValues(graph, target),
    expectedTargets: targetsOf(expected, state, label).map((to) => stateValues(expected, to)),
    actualTargets: targetsOf(actual, there, label).map((to) => stateValues(actual, to)),
    count,
  };
}

function targetsOf(graph: StateGraph, state: number, label: string): readonly number[] {
  const targets: number[] = [];
  for (let i = graph.offsets[state] as number; i < (graph.offsets[state + 1] as number); i++) {
    if (graph.labels[graph.stepLabels[i] as number]?.key === label) targets.push(graph.targets[i] as number);
  }
  return targets;
}
