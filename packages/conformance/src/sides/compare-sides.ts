import { type Label, type Paths, type StateGraph, shortestPaths } from '@synod/spec';
import type { InitialDivergence, Side, StateValues, StepDivergence } from '../divergence.js';
import { pathTo, stateValues } from '../paths.js';
import { type Numbered, numbering, type OtherSide } from './numbering.js';
import { bitOf, firstOf, told } from './who.js';

/** What comparing the states and steps of several sides gives. */
export interface SidesComparison {
  readonly divergences: readonly (InitialDivergence | StepDivergence)[];
  /** For each of the other sides: for each state of the expected graph, the same state there, or -1. */
  readonly same: readonly Int32Array[];
  /** Shortest paths in the expected graph, through states that all have. */
  readonly paths: Paths;
}

/**
 * Compares the initial states, the states and the labelled steps of graphs of one specification. A state that not all
 * have shows as a step to it from a state that they have; of the differing steps of an action that the same sides have
 * and lack, the one with the shortest path is reported, with how many there are.
 */
export function compareSides(expected: StateGraph, others: readonly OtherSide[]): SidesComparison {
  const { sides, size } = numbering(expected, others);
  const paths = shortestPaths(expected);
  const found = new Map<string, Mismatch>();
  const compare = stepComparer(sides, size);
  for (const state of paths.order) compare(state, found);
  const steps = Array.from(found.values(), (mismatch) => stepDivergence(sides, paths, mismatch));
  return {
    divergences: [...initialDivergences(sides, size), ...steps],
    same: sides.slice(1).map(({ same }) => same),
    paths,
  };
}

function initialDivergences(sides: readonly Numbered[], size: number): readonly InitialDivergence[] {
  const all = sides.reduce((bits, { side }) => bits | bitOf[side], 0);
  const has = new Uint8Array(size);
  for (const { side, graph, numbers } of sides) {
    for (const state of graph.initial) {
      const number = numbers[state] as number;
      has[number] = (has[number] as number) | bitOf[side];
    }
  }
  const found: InitialDivergence[] = [];
  for (const { graph, numbers } of sides) {
    for (const state of graph.initial) {
      const number = numbers[state] as number;
      if (has[number] === all) continue;
      found.push({ type: 'initial', ...told(has[number] as number, all), state: stateValues(graph, state) });
      // The other sides that have it need not tell it again.
      has[number] = all;
    }
  }
  return found;
}

/** The first step of an action that some sides have and others lack. */
interface Mismatch {
  /** The sides, as bits: those that have it, and those that were asked. */
  readonly has: number;
  readonly asked: number;
  readonly state: number;
  readonly label: string;
  /** The step, in the graph of the side that is asked first. */
  readonly step: number;
  count: number;
}

/** Compares the steps of one state on the sides that have the state. */
function stepComparer(
  sides: readonly Numbered[],
  size: number,
): (state: number, found: Map<string, Mismatch>) => void {
  const keys = new Map<string, number>();
  const number = (label: Label): number => keys.get(label.key) ?? keys.set(label.key, keys.size).size - 1;
  const labels = sides.map(({ graph }) => Int32Array.from(graph.labels, number));
  return (state, found) => {
    // A step as one number, its label and then its target; for each the sides that have it.
    const has = new Map<number, number>();
    let asked = 0;
    // What the code does comes first.
    for (let i = sides.length - 1; i >= 0; i--) {
      const { side, graph, same, expanded, numbers } = sides[i] as Numbered;
      const there = same[state] as number;
      if (there < 0 || there >= expanded) continue;
      const bit = bitOf[side];
      asked |= bit;
      for (let at = graph.offsets[there] as number; at < (graph.offsets[there + 1] as number); at++) {
        const label = labels[i]?.[graph.stepLabels[at] as number] as number;
        const code = label * size + (numbers[graph.targets[at] as number] as number);
        has.set(code, (has.get(code) ?? 0) | bit);
      }
    }
    for (const [code, bits] of has) if (bits !== asked) note(state, code, bits, asked, found);
  };

  function note(state: number, code: number, has: number, asked: number, found: Map<string, Mismatch>): void {
    const first = firstOf(has);
    const index = sides.findIndex(({ side }) => side === first);
    const { graph, same, numbers } = sides[index] as Numbered;
    let at = graph.offsets[same[state] as number] as number;
    const codeAt = (): number =>
      (labels[index]?.[graph.stepLabels[at] as number] as number) * size +
      (numbers[graph.targets[at] as number] as number);
    while (codeAt() !== code) at++;
    const { action, key } = graph.labels[graph.stepLabels[at] as number] as Label;
    const id = `${has}/${asked} ${action}`;
    const known = found.get(id);
    if (known === undefined) found.set(id, { has, asked, state, label: key, step: at, count: 1 });
    else known.count++;
  }
}

function stepDivergence(
  sides: readonly Numbered[],
  paths: Paths,
  { has, asked, state, label, step, count }: Mismatch,
): StepDivergence {
  const targets = (side: Side): readonly StateValues[] => {
    const { graph, same } = sides.find((candidate) => candidate.side === side) ?? {};
    const there = same?.[state] ?? -1;
    return graph === undefined || there < 0
      ? []
      : targetsOf(graph, there, label).map((to) => stateValues(graph, to));
  };
  const whose = told(has, asked);
  const { graph } = sides.find(({ side }) => side === whose.onlyIn) as Numbered;
  return {
    type: 'step',
    ...whose,
    path: pathTo((sides[0] as Numbered).graph, paths, state),
    label: graph.labels[graph.stepLabels[step] as number] as Label,
    target: stateValues(graph, graph.targets[step] as number),
    expectedTargets: targets('expected'),
    actualTargets: targets('actual'),
    ...(whose.sides === undefined ? {} : { compiledTargets: targets('compiled') }),
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
