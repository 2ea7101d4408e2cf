import type { TlaFunction } from './function.js';
import type { TlaSet } from './set.js';

/**
 * A model value: equal to itself and to nothing else, as in TLC. A JavaScript symbol is just that, and cannot
 * be taken for a string of the same letters.
 */
export type ModelValue = symbol;

/** A TLA+ record: a function on strings, written as a plain object. */
export type TlaRecord = { readonly [field: string]: TlaValue };

/**
 * A value of TLA+. Two of them are equal when their {@link key}s are: `<<1, 2>>` equals the function that maps
 * 1 to 1 and 2 to 2, and a record equals the function on its field names, however each is represented here.
 * Integers beyond 2^53 are bigints.
 */
export type TlaValue =
  | number
  | bigint
  | boolean
  | string
  | ModelValue
  | readonly TlaValue[]
  | TlaRecord
  | TlaSet<TlaValue>
  | TlaFunction<TlaValue, TlaValue>;

/** The model value of that name; the same one each time. */
export function modelValue(name: string): ModelValue {
  return Symbol.for(name);
}

/** The name of a model value. */
export function nameOf(value: ModelValue): string {
  return value.description ?? '';
}
