import type { Label, Paths, StateGraph } from '@synod/spec';
import { hasBit } from './bits.js';
import { actionOf } from './common.js';
import type { MissingStep } from './report.js';
import type { Tally } from './tally.js';

interface Found {
  readonly from: number;
  readonly step: number;
  readonly perhaps: boolean;
}

/**
 * For each action with steps that were not surely taken, a shortest behaviour that ends with one: of those that are as
 * short, with one that no execution may have taken. Shortest first.
 */
export function missingSteps(tally: Tally, graph: StateGraph, paths: Paths): readonly MissingStep[] {
  const found = new Map<string, Found>();
  for (const from of paths.order) {
    for (let step = graph.offsets[from] as number; step < (graph.offsets[from + 1] as number); step++) {
      if (hasBit(tally.stepsTaken, step)) continue;
      const action = actionOf(graph, step);
      const known = found.get(action);
      const perhaps = hasBit(tally.stepsPerhaps, step);
      // States come by their distance: only as near a one can be better than one that is known.
      const isBetter =
        known === undefined ||
        (known.perhaps && !perhaps && paths.distances[from] === paths.distances[known.from]);
      if (isBetter) found.set(action, { from, step, perhaps });
    }
  }
  return Array.from(found, ([action, { from, step, perhaps }]) => ({
    action,
    behaviour: [...paths.to(from), step].map((taken) => labelOf(graph, taken)),
    from,
    to: graph.targets[step] as number,
    perhaps,
  })).toSorted(
    (one, other) => one.behaviour.length - other.behaviour.length || (one.action < other.action ? -1 : 1),
  );
}

function labelOf({ labels, stepLabels }: StateGraph, step: number): string {
  return (labels[stepLabels[step] as number] as Label).key;
}
