import type { BoundOperator, Engine, EngineOperator } from '@synod/compiler';
import { TupleTable } from '@synod/spec';
import { key, type TlaValue } from '@synod/tla';
import type { OperatorColumn } from '../operators.js';
import { setsOfArguments } from './sets-of-arguments.js';

/** States of an engine, one behind the other. */
export interface PackedStates {
  readonly words: Int32Array;
  readonly width: number;
  readonly size: number;
}

/** Which states are evaluated, and for each state the number of one of them that has the same value. */
export interface Alike {
  readonly numbers: Int32Array;
  readonly states: PackedStates;
}

/** Of the states that agree in these words, the first. */
export function alike({ words, width, size }: PackedStates, columns: readonly number[]): Alike {
  const table = new TupleTable(columns.length);
  const tuple = new Int32Array(columns.length);
  const firsts: number[] = [];
  const numbers = new Int32Array(size);
  for (let state = 0; state < size; state++) {
    for (let i = 0; i < columns.length; i++)
      tuple[i] = words[state * width + (columns[i] as number)] as number;
    const number = table.add(tuple);
    if (number === firsts.length) firsts.push(state);
    numbers[state] = number;
  }
  const kept = new Int32Array(firsts.length * width);
  firsts.forEach((state, i) => kept.set(words.subarray(state * width, (state + 1) * width), i * width));
  return { numbers, states: { words: kept, width, size: firsts.length } };
}

/** An operator's value in each state; with formals, the set of the argument tuples for which it is TRUE. */
export function compiledColumn(
  operator: EngineOperator,
  tuples: readonly (readonly TlaValue[])[],
  { numbers, states }: Alike,
): OperatorColumn {
  const { evaluate, value } = operator.bind?.(tuples) ?? oneByOne(operator, tuples, states.width);
  const found = new Int32Array(states.size * tuples.length);
  evaluate(states.words, states.size, found);
  const meanings = new Map<number, TlaValue>();
  const meaning = (number: number): TlaValue => {
    const known = meanings.get(number) ?? value(number);
    meanings.set(number, known);
    return known;
  };
  const column =
    operator.formals.length === 0
      ? numberedByKey(found, meaning)
      : byTuple(found, tuples, states.size, meaning);
  return { texts: column.texts, numbers: numbers.map((state) => column.numbers[state] as number) };
}

function byTuple(
  found: Int32Array,
  tuples: readonly (readonly TlaValue[])[],
  size: number,
  meaning: (number: number) => TlaValue,
): OperatorColumn {
  const sets = setsOfArguments(size);
  for (let i = 0; i < tuples.length; i++)
    sets.add((state) => meaning(found[state * tuples.length + i] as number) === true);
  return sets.column(tuples);
}

function numberedByKey(found: Int32Array, meaning: (number: number) => TlaValue): OperatorColumn {
  const keys = new Map<string, number>();
  const known = new Map<number, number>();
  const numbers = found.map((word) => {
    const met = known.get(word);
    if (met !== undefined) return met;
    const text = key(meaning(word));
    const number = keys.get(text) ?? keys.size;
    keys.set(text, number);
    known.set(word, number);
    return number;
  });
  return { texts: [...keys.keys()], numbers };
}

/** For engines that evaluate one state at a time. */
function oneByOne(
  operator: EngineOperator,
  tuples: readonly (readonly TlaValue[])[],
  width: Engine['width'],
): BoundOperator {
  const values: TlaValue[] = [];
  const numbers = new Map<string, number>();
  return {
    evaluate(states, count, target) {
      for (let state = 0; state < count; state++) {
        for (const [i, parameters] of tuples.entries()) {
          const value = operator.value(states, state * width, parameters);
          const text = key(value);
          const number = numbers.get(text) ?? values.push(value) - 1;
          numbers.set(text, number);
          target[state * tuples.length + i] = number;
        }
      }
    },
    value: (number) => values[number] as TlaValue,
  };
}
