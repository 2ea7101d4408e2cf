import type { BoundOperator, EngineOperator } from '@synod/compiler';
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

/** Of the states that agree in these bits of their words, the first. */
export function alike({ words, width, size }: PackedStates, bits: Int32Array): Alike {
  const places = [...bits.keys()].filter((word) => bits[word] !== 0);
  const table = new TupleTable(places.length);
  const tuple = new Int32Array(places.length);
  const firsts: number[] = [];
  const numbers = new Int32Array(size);
  for (let state = 0; state < size; state++) {
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number;
      tuple[i] = (words[state * width + place] as number) & (bits[place] as number);
    }
    const number = table.add(tuple);
    if (number === firsts.length) firsts.push(state);
    numbers[state] = number;
  }
  const kept = new Int32Array(firsts.length * width);
  firsts.forEach((state, i) => kept.set(words.subarray(state * width, (state + 1) * width), i * width));
  return { numbers, states: { words: kept, width, size: firsts.length } };
}

/** An operator, and the argument tuples that it is evaluated for. */
export interface Asked {
  readonly operator: EngineOperator;
  readonly tuples: readonly (readonly TlaValue[])[];
}

/**
 * Operators' values in each state; with formals, the set of the argument tuples for which one is TRUE. State by state,
 * so that what operators have in common is evaluated once.
 */
export function compiledColumns(
  asked: readonly Asked[],
  { numbers, states: { words, width, size } }: Alike,
): readonly OperatorColumn[] {
  const bound = asked.map(({ operator, tuples }) => ({
    ...(operator.bind?.(tuples) ?? oneByOne(operator, tuples)),
    count: tuples.length,
    found: new Int32Array(size * tuples.length),
  }));
  for (let state = 0; state < size; state++)
    for (const { evaluate, count, found } of bound) evaluate(words, state * width, found, state * count);
  return asked.map(({ operator, tuples }, i) => {
    const { value, found } = bound[i] as (typeof bound)[number];
    const meaning = remembered(value);
    const column =
      operator.formals.length === 0 ? numberedByKey(found, meaning) : byTuple(found, tuples, size, meaning);
    return { texts: column.texts, numbers: numbers.map((state) => column.numbers[state] as number) };
  });
}

function remembered(value: (number: number) => TlaValue): (number: number) => TlaValue {
  const known = new Map<number, TlaValue>();
  return (number) => {
    const met = known.get(number) ?? value(number);
    known.set(number, met);
    return met;
  };
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

/** For engines that evaluate for one tuple at a time. */
function oneByOne(operator: EngineOperator, tuples: Asked['tuples']): BoundOperator {
  const values: TlaValue[] = [];
  const numbers = new Map<string, number>();
  return {
    evaluate(states, at, target, targetAt) {
      for (const [i, parameters] of tuples.entries()) {
        const value = operator.value(states, at, parameters);
        const text = key(value);
        const number = numbers.get(text) ?? values.push(value) - 1;
        numbers.set(text, number);
        target[targetAt + i] = number;
      }
    },
    value: (number) => values[number] as TlaValue,
  };
}
