import type { Span } from '../../parse/syntax.js';
import { checkModel, incomparable, isModel } from './compare.js';
import { concrete } from './lazy.js';
import {
  FUNCTION,
  Item,
  LazySet,
  MODEL,
  RECORD,
  SET,
  type Shape,
  STRING,
  type Stored,
  TUPLE,
  type Value,
} from './value.js';

/**
 * `left = right`. As in TLC, values of different kinds cannot be compared: that is an error, not FALSE. A model value can be
 * compared with everything.
 */
export function equal(left: Value, right: Value, span: Span): boolean {
  if (left === right) return true;
  if (typeof left === 'number') {
    if (typeof right === 'number') return false;
  } else if (typeof left === 'object' && typeof right === 'object') {
    // Two strings, or two model values without a type.
    if (left.kind <= MODEL && left.kind === right.kind && ((left as Item).hash | (right as Item).hash) === 0)
      return false;
  }
  return equalSlowly(left, right, span);
}

function equalSlowly(left: Value, right: Value, span: Span): boolean {
  if (left instanceof Item && right instanceof Item) return differ(left, right, span);
  if (isModel(left)) return (checkModel(left, right, span), false);
  if (isModel(right)) return (checkModel(right, left, span), false);
  if (typeof left !== 'object' || typeof right !== 'object') {
    return typeof left === 'boolean' && typeof right === 'boolean' ? false : incomparable(left, right, span);
  }
  const sizes = [setSize(left), setSize(right)];
  if ((sizes[0] === undefined) !== (sizes[1] === undefined)) incomparable(left, right, span);
  if (sizes[0] !== sizes[1]) return false;
  return equal(concrete(left, span), concrete(right, span), span);
}

/** How many elements a set has; undefined for what is no set. */
function setSize(value: Value): number | undefined {
  if (value instanceof LazySet) return value.size();
  return value instanceof Item && value.kind === SET ? value.items.length : undefined;
}

/** FALSE for two items that are not the same, unless TLC would not compare them. */
function differ(left: Item, right: Item, span: Span): false {
  if (isModel(left)) return (checkModel(left, right, span), false);
  if (isModel(right)) return (checkModel(right, left, span), false);
  if (left.kind !== right.kind) incomparable(left, right, span);
  if (left.kind === STRING) return false;
  if (left.kind === FUNCTION) return differentFunctions(left, right, span);
  if (left.items.length === right.items.length) differentItems(left.items, right.items, span);
  return false;
}

/** Compares until the first two that differ. */
function differentItems(left: readonly Stored[], right: readonly Stored[], span: Span): boolean {
  for (let i = 0; i < left.length; i++) {
    const a = left[i] as Stored;
    const b = right[i] as Stored;
    if (a !== b && !equal(a, b, span)) return true;
  }
  return false;
}

function differentFunctions(left: Item, right: Item, span: Span): false {
  const [a, b] = [left.shape, right.shape];
  if (a.size === 0 || b.size === 0) return false;
  if (a !== b && !canCompare(a, b)) incomparable(left, right, span);
  if (a.size !== b.size) return false;
  for (let i = 0; i < a.size; i++) {
    if (a !== b && !equal(a.domain[i] as Stored, b.domain[i] as Stored, span)) return false;
    if (!equal(left.items[i] as Stored, right.items[i] as Stored, span)) return false;
  }
  return false;
}

/** A record is not compared with a tuple; nor is a tuple with a record of its size. */
function canCompare(left: Shape, right: Shape): boolean {
  if (left.kind === RECORD) return right.kind !== TUPLE;
  return left.kind !== TUPLE || right.kind !== RECORD || left.size !== right.size;
}
