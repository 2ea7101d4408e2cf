import type { Span } from '../../parse/syntax.js';
import { fail, kindName, show } from './show.js';
import { store, textOf } from './store.js';
import { FUNCTION, type Item, MODEL, SET, type Stored, TUPLE, type Value } from './value.js';

/**
 * TLC's order of values, in which the elements of a set stand: integers by size, FALSE before TRUE, strings and model values as
 * {@link Store.order} says, sets by how many elements they have and then element by element, functions likewise with argument
 * and value in turn. Model values come before all else. What TLC cannot compare is an error.
 */
export function compare(left: Stored, right: Stored, span: Span): number {
  if (left === right) return 0;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'object' && typeof right === 'object') {
    const { kind } = left;
    if (kind === right.kind) {
      if (kind === FUNCTION) return compareFunctions(left, right, span);
      if (kind === SET) return compareSets(left, right, span);
      if (kind === MODEL) checkModel(left, right, span);
      return store.order.compare(textOf(left), textOf(right));
    }
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') return left ? 1 : -1;
  if (isModel(left)) return (checkModel(left, right, span), -1);
  if (isModel(right)) return (checkModel(right, left, span), 1);
  return incomparable(left, right, span);
}

function compareSets(left: Item, right: Item, span: Span): number {
  const sizes = left.items.length - right.items.length;
  if (sizes !== 0) return sizes;
  for (let i = 0; i < left.items.length; i++) {
    const order = compare(left.items[i] as Stored, right.items[i] as Stored, span);
    if (order !== 0) return order;
  }
  return 0;
}

function compareFunctions(left: Item, right: Item, span: Span): number {
  const sizes = left.items.length - right.items.length;
  if (sizes !== 0) return sizes;
  if (left.shape !== right.shape && (left.shape.kind === TUPLE) !== (right.shape.kind === TUPLE)) {
    compare(left.shape.domain[0] as Stored, right.shape.domain[0] as Stored, span);
  }
  for (let i = 0; i < left.items.length; i++) {
    const a = left.shape.domain[i] as Stored;
    const b = right.shape.domain[i] as Stored;
    const order = a === b ? 0 : compare(a, b, span);
    if (order !== 0) return order;
    const x = left.items[i] as Stored;
    const y = right.items[i] as Stored;
    if (x !== y) return compare(x, y, span);
  }
  return 0;
}

export function isModel(value: Value | undefined): value is Item & { readonly kind: typeof MODEL } {
  return typeof value === 'object' && value.kind === MODEL;
}

/** A model value such as `A_1` is of a type, which its first letter names: it can be compared with those of its type, and of none. */
export function typeOfModel(item: Item): string | undefined {
  const text = textOf(item);
  return text.length > 2 && text[1] === '_' ? text[0] : undefined;
}

/** Fails if a model value cannot be compared with that other value. */
export function checkModel(left: Item, right: Value | undefined, span: Span): void {
  const type = typeOfModel(left);
  const other = isModel(right) ? typeOfModel(right) : undefined;
  if (type === undefined && (other === undefined || isModel(left))) return;
  if (isModel(right) && (other === undefined || other === type)) return;
  if (type === undefined && !isModel(right)) return;
  incomparable(left, right, span);
}

export function incomparable(left: Value | undefined, right: Value | undefined, span: Span): never {
  if (left === undefined || right === undefined) fail(span, 'a variable is used that has no value yet');
  const [a, b] = [kindName(left), kindName(right)];
  fail(
    span,
    a === b
      ? `${show(left)} and ${show(right)} cannot be compared`
      : `${show(left)} and ${show(right)} cannot be compared: one is of kind ${a}, the other of kind ${b}`,
  );
}
