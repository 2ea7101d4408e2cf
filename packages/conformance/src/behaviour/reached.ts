import type { SpaceStep } from '../trace/space.js';
import type { SpaceBehaviour } from './behaviour.js';

/** A state that is possible, and one way in which it was come to. */
export interface Reached {
  readonly state: number;
  readonly before?: { readonly reached: Reached; readonly step: SpaceStep };
}

/** All states that a step leads to from those reached so far, each once. */
export function advance(
  reached: readonly Reached[],
  stepsFrom: (state: number) => readonly SpaceStep[],
): readonly Reached[] {
  const next = new Map<number, Reached>();
  for (const before of reached) {
    for (const step of stepsFrom(before.state)) {
      if (!next.has(step.to)) next.set(step.to, { state: step.to, before: { reached: before, step } });
    }
  }
  return [...next.values()];
}

/** The behaviour by which a state was come to. */
export function wayTo(reached: Reached): SpaceBehaviour {
  const steps: SpaceStep[] = [];
  let end = reached;
  while (end.before !== undefined) {
    steps.push(end.before.step);
    end = end.before.reached;
  }
  return { start: end.state, steps: steps.toReversed() };
}
