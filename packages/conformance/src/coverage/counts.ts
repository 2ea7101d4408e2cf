import type { Paths, StateGraph } from '@synod/spec';
import { hasBit } from './bits.js';
import { actionOf } from './common.js';
import type { ActionCoverage, CoverageCount, CoverageReport } from './report.js';
import { actionsIn, type Tally } from './tally.js';

/** A count that grows. */
type Counting = { -readonly [field in keyof CoverageCount]: CoverageCount[field] };

function none(): Counting {
  return { total: 0, taken: 0, perhaps: 0 };
}

function countStep(count: Counting, { stepsTaken, stepsPerhaps }: Tally, step: number): void {
  count.total++;
  if (hasBit(stepsTaken, step)) count.taken++;
  else if (hasBit(stepsPerhaps, step)) count.perhaps++;
}

/** Each action: those never taken first, then by the share of their steps taken, then by name. */
export function countByAction(tally: Tally, graph: StateGraph): readonly ActionCoverage[] {
  const counts = new Map(actionsIn(graph).map((action) => [action, none()]));
  for (let step = 0; step < graph.targets.length; step++) {
    const count = counts.get(actionOf(graph, step));
    if (count !== undefined) countStep(count, tally, step);
  }
  return Array.from(counts, ([action, steps]) => ({
    action,
    steps,
    taken: tally.actionsTaken.has(action),
  })).toSorted(
    (one, other) =>
      Number(one.taken) - Number(other.taken) ||
      one.steps.taken * other.steps.total - other.steps.taken * one.steps.total ||
      (one.action < other.action ? -1 : 1),
  );
}

/** By distance from the initial states. What no way leads to is nowhere. */
export function countByDepth(tally: Tally, graph: StateGraph, paths: Paths): CoverageReport['byDepth'] {
  const depths: { depth: number; states: Counting; steps: Counting }[] = [];
  for (const state of paths.order) {
    const depth = paths.distances[state] as number;
    const { states, steps } = (depths[depth] ??= { depth, states: none(), steps: none() });
    states.total++;
    if (hasBit(tally.statesTaken, state)) states.taken++;
    else if (hasBit(tally.statesPerhaps, state)) states.perhaps++;
    for (let step = graph.offsets[state] as number; step < (graph.offsets[state + 1] as number); step++) {
      countStep(steps, tally, step);
    }
  }
  return depths;
}
