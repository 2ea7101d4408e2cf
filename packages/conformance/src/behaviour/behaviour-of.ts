import type { Label } from '@synod/spec';
import { anyStep } from '../trace/matcher.js';
import type { SpaceStep, StateSpace } from '../trace/space.js';
import type { SpaceBehaviour } from './behaviour.js';
import { type StepsOf, stepsOf } from './labels.js';

/** A state on the way, and how it was come to. */
interface Reached {
  readonly state: number;
  readonly before?: { readonly reached: Reached; readonly step: SpaceStep };
}

/**
 * A behaviour whose steps have these labels.
 *
 * @param labels as they are written: `Phase2a(0, v1)`
 * @returns undefined if no behaviour has them
 */
export function behaviourOf(space: StateSpace, labels: readonly string[]): SpaceBehaviour | undefined {
  return through(space.initial, labels, (state, label) =>
    Array.from(space.steps(state, anyStep)).filter((step) => step.label.key === label),
  );
}

/** The same for labels of the space, from one initial state. */
export function behaviourFrom(
  space: StateSpace,
  start: number,
  labels: readonly Label[],
): SpaceBehaviour | undefined {
  const steps: StepsOf = stepsOf(space);
  return through([start], labels, steps);
}

/** Keeps all states that the labels so far lead to, each with one way there. */
function through<L>(
  starts: readonly number[],
  labels: readonly L[],
  stepsFrom: (state: number, label: L) => readonly SpaceStep[],
): SpaceBehaviour | undefined {
  let reached: readonly Reached[] = starts.map((state) => ({ state }));
  for (const label of labels) {
    const next = new Map<number, Reached>();
    for (const before of reached) {
      for (const step of stepsFrom(before.state, label)) {
        if (!next.has(step.to)) next.set(step.to, { state: step.to, before: { reached: before, step } });
      }
    }
    reached = [...next.values()];
  }
  let [end] = reached;
  if (end === undefined) return undefined;
  const steps: SpaceStep[] = [];
  while (end.before !== undefined) {
    steps.push(end.before.step);
    end = end.before.reached;
  }
  return { start: end.state, steps: steps.toReversed() };
}
