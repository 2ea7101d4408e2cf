import type { TlaValue } from '@synod/tla';
import type { BoundOperator, EngineOperator } from '../engine.js';
import { fromTla, nowhere, toTla } from './convert.js';
import { concrete } from './lazy.js';
import { valueOf, wordOf } from './store.js';
import type { Stored, Value } from './value.js';

/** Where operators are evaluated. */
interface Place {
  /** Makes a state the one that is evaluated in. */
  readonly load: (states: Int32Array, at: number, value: (word: number) => Stored) => void;
  /** Does something within the engine's values, and leaves the state that is evaluated in as it was. */
  readonly saved: (act: () => void) => void;
  readonly within: <T>(act: () => T) => T;
}

/** An operator of generated code, in the values of `@synod/tla`. */
export function operatorOf(
  formals: readonly string[],
  evaluate: (...values: Value[]) => Value,
  place: Place,
): EngineOperator {
  const { load, saved } = place;
  return {
    formals,
    value: (words, at, parameters) => {
      let result: TlaValue = false;
      saved(() => {
        const values = parameters.map((each) => fromTla(each));
        load(words, at, valueOf);
        result = toTla(evaluate(...values));
      });
      return result;
    },
    bind: (parameters) => bound(evaluate, parameters, place),
  };
}

/** Parameters are converted once; values are numbered by their words. */
function bound(
  evaluate: (...values: Value[]) => Value,
  parameters: readonly (readonly TlaValue[])[],
  { load, saved, within }: Place,
): BoundOperator {
  const tuples = within(() => parameters.map((tuple) => tuple.map((each) => fromTla(each))));
  return {
    evaluate: (states, at, target, targetAt) =>
      saved(() => {
        load(states, at, valueOf);
        for (let i = 0; i < tuples.length; i++) {
          const tuple = tuples[i] as readonly Stored[];
          target[targetAt + i] = wordOf(concrete(evaluate(...tuple), nowhere));
        }
      }),
    value: (number) => within(() => toTla(valueOf(number))),
  };
}
