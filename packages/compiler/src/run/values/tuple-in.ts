import type { Span } from '../../parse/syntax.js';
import { compare, isModel, typeOfModel } from './compare.js';
import { tupleOf } from './functions.js';
import { isIn } from './sets.js';
import { isEnumerated, isTuple } from './shape.js';
import type { Item, Stored, Value } from './value.js';

/** In a longer set a tuple is looked for by its own. */
const short = 12;

/** `<<a, b>> \in set`: of a short set the elements are looked at, and no tuple is made. */
export function isTupleIn(values: readonly Stored[], set: Value, span: Span): boolean {
  if (!isEnumerated(set) || set.items.length > short) return isIn(tupleOf(values), set, span);
  const { items } = set;
  for (let i = 0; i < items.length; i++) if (firstDifference(values, items[i] as Stored) === -1) return true;
  const first = items[0];
  if (first !== undefined && !isSurelyComparable(values, first)) compare(tupleOf(values), first, span);
  return false;
}

/** The first place at which a tuple has another value; -1 if there is none, -2 if that is no tuple of this length. */
function firstDifference(values: readonly Stored[], other: Stored): number {
  if (!isTuple(other)) return -2;
  const { items } = other;
  const { length } = values;
  if (items.length !== length) return -2;
  for (let i = 0; i < length; i++) if (items[i] !== values[i]) return i;
  return -1;
}

/** Whether TLC can compare them, as far as this is seen at once: the first values that differ decide it. */
function isSurelyComparable(values: readonly Stored[], other: Stored): boolean {
  const place = firstDifference(values, other);
  if (place < 0) return false;
  const [left, right] = [values[place] as Stored, (other as Item).items[place] as Stored];
  if (typeof left === 'number') return typeof right === 'number';
  return (
    isModel(left) && isModel(right) && typeOfModel(left) === undefined && typeOfModel(right) === undefined
  );
}
