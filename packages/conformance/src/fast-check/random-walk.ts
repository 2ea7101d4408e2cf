import { endOf, type SpaceBehaviour } from '../behaviour/behaviour.js';
import { anyStep } from '../trace/matcher.js';
import type { SpaceStep, StateSpace } from '../trace/space.js';

/** A whole number from 0 on, below a bound. */
export type RandomBelow = (bound: number) => number;

/** One in so many steps changes nothing, where others are possible. */
const unchanging = 8;

/**
 * A random behaviour of at most `length` steps. It may end earlier, but not before `least` of them, where no step is
 * possible or none that changes anything. Undefined: no behaviour has that many.
 *
 * The action is chosen first, then one of its steps: an action with many parameters is not taken more often than one
 * with few. The same numbers give the same behaviour, whatever the space has been asked before.
 */
export function randomWalk(
  space: StateSpace,
  random: RandomBelow,
  { least, length }: { readonly least: number; readonly length: number },
): SpaceBehaviour | undefined {
  // Where a walk came to an end too early: how many more steps a state is known not to be able to take.
  const missing = new Map<number, number>();
  const able = (state: number, need: number): boolean => need < (missing.get(state) ?? Infinity) || need <= 0;
  const begin = (): number | undefined =>
    pick(
      space.initial.filter((state) => able(state, least)),
      random,
    );
  const steps: SpaceStep[] = [];
  let start = begin();
  while (start !== undefined && steps.length < length) {
    const state = endOf({ start, steps });
    const need = least - steps.length;
    const possible = Array.from(space.steps(state, anyStep)).filter(({ to }) => able(to, need - 1));
    if (possible.length === 0 && need > 0) {
      missing.set(state, Math.min(need, missing.get(state) ?? need));
      if (steps.pop() === undefined) start = begin();
      continue;
    }
    const changing = possible.filter(({ to }) => to !== state);
    // Where nothing changes any more, it goes on as often as a coin shows heads.
    if (changing.length === 0 && need <= 0 && random(2) === 0) break;
    const still = possible.filter(({ to }) => to === state);
    const both = changing.length > 0 && still.length > 0;
    const chosen = both ? (random(unchanging) === 0 ? still : changing) : possible;
    const step = pickByAction(chosen, random);
    if (step === undefined) break;
    steps.push(step);
  }
  return start === undefined ? undefined : { start, steps };
}

function pickByAction(steps: readonly SpaceStep[], random: RandomBelow): SpaceStep | undefined {
  const action = pick([...new Set(steps.map(({ label }) => label.action))], random);
  return pick(
    steps.filter(({ label }) => label.action === action),
    random,
  );
}

function pick<T>(choices: readonly T[], random: RandomBelow): T | undefined {
  return choices.length === 0 ? undefined : choices[random(choices.length)];
}
