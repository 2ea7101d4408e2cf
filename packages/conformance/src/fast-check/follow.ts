import type { Json } from '@synod/tla';
import { endOf, type SpaceBehaviour } from '../behaviour/behaviour.js';
import { behaviourOf } from '../behaviour/behaviour-of.js';
import { stateJson } from '../behaviour/behaviour-trace.js';
import { anyStep } from '../trace/matcher.js';
import type { SpaceStep, StateSpace } from '../trace/space.js';
import { isOf, stepJson } from './model-behaviour.js';

/**
 * The behaviour of a space that somebody has written down: its labels (`['Phase1a(0)', 'Phase1b(a1)']`), or the plain
 * values that the arbitrary gives, read from JSON or not. Undefined: the space has no such behaviour.
 */
export function follow(space: StateSpace, written: unknown): SpaceBehaviour | undefined {
  if (isList(written)) {
    return written.every((label) => typeof label === 'string') ? behaviourOf(space, written) : undefined;
  }
  if (typeof written !== 'object' || written === null) return undefined;
  if (isOf(space, written)) return written.behaviour;
  const { initial, steps } = written as { readonly initial?: unknown; readonly steps?: unknown };
  return isList(steps) ? followValues(space, initial, steps) : undefined;
}

/** All of each state is said: there is at most one way. */
function followValues(
  space: StateSpace,
  initial: unknown,
  written: readonly unknown[],
): SpaceBehaviour | undefined {
  const start = space.initial.find(sameAs(initial, (state) => stateJson(space, state)));
  if (start === undefined) return undefined;
  const steps: SpaceStep[] = [];
  for (const values of written) {
    const isIt = sameAs(values, (step: SpaceStep) => stepJson(space, step));
    const step = Array.from(space.steps(endOf({ start, steps }), anyStep)).find(isIt);
    if (step === undefined) return undefined;
    steps.push(step);
  }
  return { start, steps };
}

function sameAs<T>(written: unknown, json: (value: T) => Json): (value: T) => boolean {
  const text = canonical(written);
  return (value) => canonical(json(value)) === text;
}

/** JSON with the fields of each object in one order. */
function canonical(json: unknown): string | undefined {
  return JSON.stringify(json, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !isList(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** `Array.isArray` gives `any[]` for what is unknown. */
function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
