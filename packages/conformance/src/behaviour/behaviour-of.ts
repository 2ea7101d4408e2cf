import type { Label } from '@synod/spec';
import { anyStep } from '../trace/matcher.js';
import type { SpaceStep, StateSpace } from '../trace/space.js';
import type { SpaceBehaviour } from './behaviour.js';
import { stepsOf } from './labels.js';
import { advance, type Reached, wayTo } from './reached.js';

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
  return through([start], labels, stepsOf(space));
}

function through<L>(
  starts: readonly number[],
  labels: readonly L[],
  stepsFrom: (state: number, label: L) => readonly SpaceStep[],
): SpaceBehaviour | undefined {
  let reached: readonly Reached[] = starts.map((state) => ({ state }));
  for (const label of labels) reached = advance(reached, (state) => stepsFrom(state, label));
  const [end] = reached;
  return end && wayTo(end);
}
