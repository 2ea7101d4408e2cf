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
  /** The values of the variables. Of a variable's equal values it gives few objects, where the engine tells its bits. */
  values(state: number): readonly TlaValue[];
}

export function engineStates(engine: Engine): EngineStates {
  const { width, variableBits } = engine;
  const table = new TupleTable(width);
  const scratch = new Int32Array(width);
  const found = engine.successor.subarray(0, width);
  const words = (state: number): Int32Array => {
    for (let i = 0; i < width; i++) scratch[i] = table.at(state, i);
    return scratch;
  };
  // Each is decoded once.
  const known = variableBits?.map(knownValues);
  const decoded = (at: Int32Array, variables: readonly KnownValues[]): readonly TlaValue[] =>
    engine.decode(at, 0).map((value, i) => {
      const variable = variables[i] as KnownValues;
      return variable.find(at) ?? variable.add(at, value);
    });
  return {
    get size() {
      return table.size;
    },
    add: () => table.add(found),
    words,
    values(state) {
      const at = words(state);
      if (known === undefined) return engine.decode(at, 0);
      const values: TlaValue[] = [];
      for (const variable of known) {
        const value = variable.find(at);
        if (value === undefined) return decoded(at, known);
        values.push(value);
      }
      return values;
    },
  };
}

/** The values of a variable, by the bits of a state that say it. */
interface KnownValues {
  find(words: Int32Array): TlaValue | undefined;
  add(words: Int32Array, value: TlaValue): TlaValue;
}

/** More than this are not remembered. */
const mostKnown = 200_000;

function knownValues(bits: Int32Array): KnownValues {
  const places = [...bits.keys()].filter((word) => bits[word] !== 0);
  const masks = places.map((word) => bits[word] as number);
  const tuple = new Int32Array(places.length);
  let table = new TupleTable(places.length);
  let values: TlaValue[] = [];
  const masked = (words: Int32Array): Int32Array => {
    for (let i = 0; i < places.length; i++)
      tuple[i] = (words[places[i] as number] as number) & (masks[i] as number);
    return tuple;
  };
  return {
    find: (words) => values[table.find(masked(words))],
    add(words, value) {
      if (values.length === mostKnown) {
        table = new TupleTable(places.length);
        values = [];
      }
      values[table.add(masked(words))] = value;
      return value;
    },
  };
}

/** Whether the constraints of the model let a state be. */
export function isWithin({ constraints }: Engine, words: Int32Array): boolean {
  return constraints.every(({ holds }) => holds(words, 0));
}
