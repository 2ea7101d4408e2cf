import {
  difference,
  fromJson,
  InputError,
  isTuple,
  type Json,
  key,
  parseValue,
  TlaFunction,
  TlaSet,
  type TlaValue,
  toJson,
} from '@synod/tla';
import type { StateValues } from '../../divergence.js';
import type { StateReport } from '../report.js';

/** The value that a text stands for; undefined if it cannot be read, as a text too long to be a value. */
export function readText(text: string): TlaValue | undefined {
  return unlessBad(() => parseValue(text));
}

/** The value that the JSON of a trace stands for, model values as strings; undefined if it says a part only. */
export function readJson(json: Json): TlaValue | undefined {
  return unlessBad(() => fromJson(json));
}

function unlessBad(read: () => TlaValue): TlaValue | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** A value with a string in place of each model value, as the JSON of a trace has it. */
export function asInTrace(value: TlaValue): TlaValue {
  return readJson(toJson(value)) ?? value;
}

/** A state of a report as values; undefined if one of them cannot be read. */
export function readState(state: StateReport): StateValues | undefined {
  const values = Object.entries(state).flatMap(([variable, text]) => {
    const value = readText(text);
    return value === undefined ? [] : [[variable, value] as const];
  });
  return values.length === Object.keys(state).length ? Object.fromEntries(values) : undefined;
}

/** Where a state is not as another one, a line each: `maxBal[a1] = 1`, `msgs has also [type |-> "1a", bal |-> 0]`. */
export function stateDifferences(from: StateReport, to: StateReport): readonly string[] {
  return Object.entries(to).flatMap(([variable, text]) => {
    const before = from[variable];
    if (before === text) return [];
    const [one, other] = [readText(before ?? ''), readText(text)];
    if (one === undefined || other === undefined) return [`${variable} = ${text}`];
    return valueDifferences(variable, one, other);
  });
}

function valueDifferences(path: string, from: TlaValue, to: TlaValue): readonly string[] {
  if (key(from) === key(to)) return [];
  if (from instanceof TlaSet && to instanceof TlaSet && from.size + to.size > 2) {
    return [
      ...difference(to, from).keys.map((element) => `${path} has also ${element}`),
      ...difference(from, to).keys.map((element) => `${path} has not ${element}`),
    ];
  }
  const [before, after] = [partsOf(from), partsOf(to)];
  const same = before.size === after.size && [...before.keys()].every((argument) => after.has(argument));
  if (before.size === 0 || !same) return [`${path} = ${key(to)}`];
  return [...before].flatMap(([argument, value]) =>
    valueDifferences(`${path}[${argument}]`, value, after.get(argument) as TlaValue),
  );
}

/** The values of a function, a tuple or a record by argument, as text; none for anything else. */
export function partsOf(value: TlaValue): ReadonlyMap<string, TlaValue> {
  if (typeof value !== 'object' || value instanceof TlaSet) return new Map();
  if (value instanceof TlaFunction) {
    return new Map(value.domain.map((argument, i) => [key(argument), value.values[i] as TlaValue]));
  }
  if (isTuple(value)) return new Map(value.map((element, i) => [String(i + 1), element]));
  return new Map(Object.entries(value));
}
