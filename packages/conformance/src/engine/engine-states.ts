import type { Engine } from '@synod/compiler';
import { TupleTable } from '@synod/spec';
import type { TlaValue } from '@synod/tla';

/** The states of a compiled specification that have been met, numbered in that order. */
export interface EngineStates {
  readonly size: number;
  /** The number of the state that the engine has just found. */
  add(): number;
  /** The words of a state, as the engine takes them: at index 0, until the next call. */
  words(state: number): Int32Array;
  /** The values of the variables. Of a variable's equal values it gives one object, where the engine numbers them. */
  values(state: number): readonly TlaValue[];
}

export function engineStates(engine: Engine): EngineStates {
  const { width } = engine;
  const table = new TupleTable(width);
  const scratch = new Int32Array(width);
  const found = engine.successor.subarray(0, width);
  const words = (state: number): Int32Array => {
    for (let i = 0; i < width; i++) scratch[i] = table.at(state, i);
    return scratch;
  };
  // In the first tier a word is a value's number: each is decoded once.
  const isNumbered = engine.tier === 'values' && width === engine.variables.length;
  const known = engine.variables.map(() => new Map<number, TlaValue>());
  return {
    get size() {
      return table.size;
    },
    add: () => table.add(found),
    words,
    values(state) {
      const at = words(state);
      if (!isNumbered) return engine.decode(at, 0);
      const values = known.map((numbered, i) => numbered.get(at[i] as number));
      if (!values.includes(undefined)) return values as readonly TlaValue[];
      const decoded = engine.decode(at, 0);
      decoded.forEach((value, i) => known[i]?.set(at[i] as number, value));
      return decoded;
    },
  };
}

/** Whether the constraints of the model let a state be. */
export function isWithin({ constraints }: Engine, words: Int32Array): boolean {
  return constraints.every(({ holds }) => holds(words, 0));
}
