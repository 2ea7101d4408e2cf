import type { StateGraph } from '@synod/spec';
import { addBit, addBits, type Bits, bitsWithout, countBits, noBits } from './bits.js';
import type { CoverageCount } from './report.js';
import type { TraceCoverage } from './trace-coverage.js';

/** What a suite exercised of a graph: `perhaps` may have what was surely taken, too. */
export interface Tally {
  readonly stepsTaken: Bits;
  readonly stepsPerhaps: Bits;
  readonly statesTaken: Bits;
  readonly statesPerhaps: Bits;
  readonly actionsTaken: Set<string>;
  readonly actionsPerhaps: Set<string>;
}

export function noTally({ size, targets }: StateGraph): Tally {
  return {
    stepsTaken: noBits(targets.length),
    stepsPerhaps: noBits(targets.length),
    statesTaken: noBits(size),
    statesPerhaps: noBits(size),
    actionsTaken: new Set(),
    actionsPerhaps: new Set(),
  };
}

/** Adds what one execution exercised. @returns how many of the steps it surely took are new */
export function addTrace(tally: Tally, { steps, states, actions }: TraceCoverage): number {
  for (const step of steps.perhaps) addBit(tally.stepsPerhaps, step);
  for (const state of states.taken) addBit(tally.statesTaken, state);
  for (const state of states.perhaps) addBit(tally.statesPerhaps, state);
  for (const action of actions.taken) tally.actionsTaken.add(action);
  for (const action of actions.perhaps) tally.actionsPerhaps.add(action);
  return steps.taken.filter((step) => addBit(tally.stepsTaken, step)).length;
}

/** Adds what another suite exercised of the same graph. */
export function addTally(tally: Tally, other: Tally): void {
  for (const set of ['stepsTaken', 'stepsPerhaps', 'statesTaken', 'statesPerhaps'] as const) {
    addBits(tally[set], other[set]);
  }
  for (const set of ['actionsTaken', 'actionsPerhaps'] as const) {
    for (const action of other[set]) tally[set].add(action);
  }
}

/** The same, `perhaps` without what was surely taken. */
export function settled(tally: Tally): Tally {
  return {
    ...tally,
    stepsPerhaps: bitsWithout(tally.stepsPerhaps, tally.stepsTaken),
    statesPerhaps: bitsWithout(tally.statesPerhaps, tally.statesTaken),
    actionsPerhaps: new Set([...tally.actionsPerhaps].filter((action) => !tally.actionsTaken.has(action))),
  };
}

/** How many there are of each kind, of a tally that is settled. */
export function countsOf(
  tally: Tally,
  graph: StateGraph,
): { readonly actions: CoverageCount; readonly steps: CoverageCount; readonly states: CoverageCount } {
  return {
    actions: {
      total: actionsIn(graph).length,
      taken: tally.actionsTaken.size,
      perhaps: tally.actionsPerhaps.size,
    },
    steps: {
      total: graph.targets.length,
      taken: countBits(tally.stepsTaken),
      perhaps: countBits(tally.stepsPerhaps),
    },
    states: {
      total: graph.size,
      taken: countBits(tally.statesTaken),
      perhaps: countBits(tally.statesPerhaps),
    },
  };
}

/** The actions that label steps of a graph, sorted. */
export function actionsIn({ labels, stepLabels }: StateGraph): readonly string[] {
  const used = new Set(stepLabels);
  const actions = new Set(labels.flatMap(({ action }, i) => (used.has(i) && action !== '' ? [action] : [])));
  return [...actions].toSorted();
}
