import type { SpaceStep, StateSpace } from '../trace/space.js';
import { endOf, type SpaceBehaviour } from './behaviour.js';
import { distance, effectOf } from './effect.js';
import { stepsOf } from './labels.js';

/** A step of a behaviour that is being changed, and the state that it was taken from. */
export interface PlannedStep {
  readonly from: number;
  readonly step: SpaceStep;
}

/** How many steps ahead it is tried which of several steps with the same label lets more of the rest follow. */
const ahead = 40;

/** The steps of a behaviour with the states that they begin in. */
export function plannedSteps({ start, steps }: SpaceBehaviour): readonly PlannedStep[] {
  let from = start;
  return steps.map((step) => {
    const planned = { from, step };
    from = step.to;
    return planned;
  });
}

/**
 * Goes on from a behaviour by the labels of further steps. Those that are not possible where they have come to stand are
 * left out.
 */
export function follow(
  space: StateSpace,
  behaviour: SpaceBehaviour,
  rest: readonly PlannedStep[],
): SpaceBehaviour {
  const steps = [...behaviour.steps];
  let state = endOf(behaviour);
  for (const [i, planned] of rest.entries()) {
    const step =
      state === planned.from
        ? planned.step
        : likeliest(space, state, planned, rest.slice(i + 1, i + 1 + ahead));
    if (step === undefined) continue;
    steps.push(step);
    state = step.to;
  }
  return { start: behaviour.start, steps };
}

/** Of the steps with the same label the one that changes the same; of several such, the one that most of the rest can follow. */
function likeliest(
  space: StateSpace,
  state: number,
  planned: PlannedStep,
  rest: readonly PlannedStep[],
): SpaceStep | undefined {
  const possible = stepsOf(space)(state, planned.step.label);
  if (possible.length < 2) return possible[0];
  const wanted = effectOf(space, planned.from, planned.step.to);
  const distances = possible.map((step) => distance(wanted, effectOf(space, state, step.to)));
  const least = Math.min(...distances);
  const nearest = possible.filter((_, i) => distances[i] === least);
  if (nearest.length < 2) return nearest[0];
  const lengths = nearest.map((step) => followers(space, step.to, rest));
  return nearest[lengths.indexOf(Math.max(...lengths))];
}

/** How many of the labels can follow a state, where each takes the first step there is. */
function followers(space: StateSpace, from: number, rest: readonly PlannedStep[]): number {
  const steps = stepsOf(space);
  let state = from;
  let count = 0;
  for (const { step } of rest) {
    const [next] = steps(state, step.label);
    if (next === undefined) continue;
    state = next.to;
    count += 1;
  }
  return count;
}
