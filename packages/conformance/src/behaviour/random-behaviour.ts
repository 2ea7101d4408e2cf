import { anyStep } from '../trace/matcher.js';
import type { SpaceStep, StateSpace } from '../trace/space.js';
import type { SpaceBehaviour } from './behaviour.js';

/**
 * A behaviour by chance. In each state the action is chosen first and then one of its steps, so that an action with few
 * parameters comes as often as one with many.
 *
 * @param length how many steps it has; fewer if none is possible any more
 * @param next a whole number from 0 up to the bound, the bound excluded
 */
export function randomBehaviour(
  space: StateSpace,
  length: number,
  next: (bound: number) => number,
): SpaceBehaviour {
  const start = space.initial[next(space.initial.length)] as number;
  const steps: SpaceStep[] = [];
  let state = start;
  while (steps.length < length) {
    const actions = new Map<string, SpaceStep[]>();
    for (const step of space.steps(state, anyStep)) {
      const others = actions.get(step.label.action);
      if (others === undefined) actions.set(step.label.action, [step]);
      else others.push(step);
    }
    if (actions.size === 0) break;
    const possible = [...actions.values()][next(actions.size)] as readonly SpaceStep[];
    const step = possible[next(possible.length)] as SpaceStep;
    steps.push(step);
    state = step.to;
  }
  return { start, steps };
}
