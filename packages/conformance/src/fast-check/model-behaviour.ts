import type { Json } from '@synod/tla';
import fc from 'fast-check';
import type { SpaceBehaviour } from '../behaviour/behaviour.js';
import { paramsJson, stateJson } from '../behaviour/behaviour-trace.js';
import type { ActionName, AnyVocabulary, Observed, Vocabulary } from '../model/vocabulary.js';
import type { SpaceStep, StateSpace } from '../trace/space.js';

/** A behaviour of a specification as plain values: the JSON of traces (docs/trace-format.md). */
export interface ModelBehaviour<V extends Vocabulary = AnyVocabulary> {
  /** All variables in the initial state. */
  readonly initial: Required<Observed<V>>;
  readonly steps: readonly ModelStep<V>[];
  /** The same by the numbers of its space. Not enumerable: it is neither compared nor printed. */
  readonly behaviour: SpaceBehaviour;
}

/** A step, by its action: what it is called with, and all variables after it. */
export type ModelStep<V extends Vocabulary = AnyVocabulary> = {
  [A in ActionName<V>]: {
    readonly action: A;
    readonly params: V['actions'][A];
    readonly state: Required<Observed<V>>;
  };
}[ActionName<V>];

/** The space that the numbers of each are of. */
const spaces = new WeakMap<object, StateSpace>();

/** Whether its numbers are those of a space. */
export function isOf(space: StateSpace, value: object): value is ModelBehaviour {
  return spaces.get(value) === space;
}

/**
 * The behaviour as plain values. fast-check prints it as its labels, `Phase1a(0), Phase1b(a1)`. Where the names of an
 * action's parameters are not known, they are a list.
 */
export function modelBehaviour<V extends Vocabulary>(
  space: StateSpace,
  behaviour: SpaceBehaviour,
): ModelBehaviour<V> {
  const value = {
    initial: stateJson(space, behaviour.start),
    steps: behaviour.steps.map((step) => stepJson(space, step)),
  };
  spaces.set(value, space);
  Object.defineProperties(value, {
    behaviour: { value: behaviour },
    [fc.toStringMethod]: { value: () => behaviourText(behaviour) },
  });
  return value as unknown as ModelBehaviour<V>;
}

/** The labels of a behaviour in one line. */
function behaviourText({ steps }: SpaceBehaviour): string {
  return steps.length === 0 ? 'no step' : steps.map(({ label }) => label.key).join(', ');
}

/** A step as it is in {@link ModelBehaviour.steps}. */
export function stepJson(space: StateSpace, { label, to }: SpaceStep): Json {
  return { action: label.action, params: paramsJson(space, label), state: stateJson(space, to) };
}
