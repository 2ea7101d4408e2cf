import type { Span } from '../../parse/syntax.js';
import { equal } from './equality.js';
import { applyLazy, concrete } from './lazy.js';
import { setOf, sortedSet } from './set.js';
import { isIn } from './sets.js';
import { positionIn, shapeOn, tupleShape } from './shape.js';
import { fail, show } from './show.js';
import { internChanged, internFunction, store, textOf } from './store.js';
import {
  FUNCTION,
  GENERAL,
  type Item,
  LazyFunction,
  RECORD,
  type Shape,
  STRING,
  type Stored,
  TUPLE,
  type Value,
} from './value.js';

/** `<<a, b>>` @public */
export function tuple(values: readonly Value[], span: Span): Item {
  const items = values.map((value) => (typeof value === 'object' ? concrete(value, span) : value));
  return internFunction(tupleShape(items.length), items);
}

/** `<<a, b>>` of what is known to be stored already. */
export function tupleOf(items: readonly Stored[]): Item {
  return internFunction(tupleShape(items.length), items);
}

/** The shape of records with these fields, and at each position of it which of the names it is. */
export function recordShape(names: readonly Item[]): {
  readonly shape: Shape;
  readonly order: readonly number[];
} {
  const order = names
    .map((_, index) => index)
    .toSorted((a, b) => store.order.compare(textOf(names[a] as Item), textOf(names[b] as Item)));
  return { shape: shapeOn(sortedSet(order.map((index) => names[index] as Item))), order };
}

/** `[a |-> x, …]`. @param items the values in the order of the shape */
export function record(shape: Shape, items: readonly Value[], span: Span): Item {
  return internFunction(
    shape,
    items.map((value) => (typeof value === 'object' ? concrete(value, span) : value)),
  );
}

/** The function that gives each element of a set the value at its position. */
export function functionOn(domain: Value, values: readonly Value[], span: Span): Item {
  const set = concrete(domain, span) as Item;
  return internFunction(
    shapeOn(set),
    values.map((value) => concrete(value, span)),
  );
}

/** `f[argument]` */
export function apply(f: Value, argument: Value, span: Span): Value {
  if (typeof f === 'object' && f.kind === FUNCTION) {
    const { shape, items } = f;
    const index = positionIn(shape, typeof argument === 'object' ? concrete(argument, span) : argument);
    if (index >= 0) return items[index] as Stored;
  }
  return applyElse(f, argument, span);
}

function applyElse(f: Value, argument: Value, span: Span): Value {
  if (f instanceof LazyFunction) {
    const known = concrete(argument, span);
    const value = f.known.get(known);
    if (value !== undefined) return value;
    if (isIn(known, f.domain, span)) return applyLazy(f, known);
  } else if (typeof f !== 'object' || f.kind !== FUNCTION) {
    fail(span, `only a function can be applied, not ${show(f)}`);
  } else {
    checkArgument(f, argument, span);
  }
  return fail(span, `${show(argument)} is outside the domain of ${show(f)}`);
}

/** TLC compares an argument with those of a function's domain; of tuples and records it knows what they are. */
function checkArgument(f: Item, argument: Value, span: Span): void {
  if (f.shape.kind !== GENERAL) return;
  for (const other of f.shape.domain) equal(other, argument, span);
}

/** `r.name` @public */
export function field(f: Value, name: Item, span: Span): Value {
  if (typeof f === 'object' && f.kind === FUNCTION) {
    const { slots } = f.shape;
    if (name.id < slots.length) {
      const index = slots[name.id] as number;
      if (index >= 0) return f.items[index] as Stored;
    }
    const index = positionIn(f.shape, name);
    if (index >= 0) return f.items[index] as Stored;
    return fail(span, `${show(f)} has no field ${textOf(name)}`);
  }
  if (f instanceof LazyFunction) return apply(f, name, span);
  return fail(span, `only a record has fields, not ${show(f)}`);
}

/** `DOMAIN f` */
export function domainOf(f: Value, span: Span): Value {
  if (f instanceof LazyFunction) return f.domain;
  if (typeof f === 'object' && f.kind === FUNCTION) return sortedSet(f.shape.domain);
  return fail(span, `DOMAIN needs a function, not ${show(f)}`);
}

/** A function as EXCEPT can change it. @public */
export function updatable(f: Value, span: Span): Item {
  const item = f instanceof LazyFunction ? concrete(f, span) : f;
  if (typeof item === 'object' && item.kind === FUNCTION) return item;
  return fail(span, `EXCEPT needs a function, not ${show(f)}`);
}

/** Where the value for an argument stands; -1 outside the domain, where EXCEPT changes nothing. @public */
export function placeIn(f: Item, argument: Value, span: Span): number {
  const index = positionIn(f.shape, typeof argument === 'object' ? concrete(argument, span) : argument);
  if (index < 0) checkUpdate(f, argument, span);
  return index;
}

/** `[f EXCEPT ![argument] = value(old)]`; outside the domain nothing changes and no value is asked for, as in TLC. */
export function except(f: Value, argument: Value, value: (old: Value) => Value, span: Span): Value {
  const item = updatable(f, span);
  const index = placeIn(item, argument, span);
  return index < 0 ? item : withItem(item, index, concrete(value(item.items[index] as Stored), span));
}

/** `[f EXCEPT ![argument] = value]` @public */
export function replace(f: Value, argument: Value, value: Value, span: Span): Value {
  return except(f, argument, () => value, span);
}

/** An argument outside the domain is passed over, unless it is of another kind than those of the domain. */
function checkUpdate(f: Item, argument: Value, span: Span): void {
  // What an empty function would be a function of is not known.
  if (f.shape.size === 0) return;
  if (f.shape.kind === TUPLE && typeof argument !== 'number') {
    fail(span, `EXCEPT needs an integer for ${show(f)}, not ${show(argument)}`);
  }
  if (f.shape.kind === RECORD && !isString(argument)) {
    fail(span, `EXCEPT needs a field for ${show(f)}, not ${show(argument)}`);
  }
  checkArgument(f, argument, span);
}

/** The function with another value at a position. @public */
export function withItem(f: Item, index: number, value: Stored): Item {
  const { items } = f;
  if (items[index] === value) return f;
  return internChanged(f, index, value);
}

/** `argument :> value` */
export function single(argument: Value, value: Value, span: Span): Value {
  return functionOn(sortedSet([concrete(argument, span)]), [value], span);
}

/** `left @@ right`: of two values for one argument the left one counts. */
export function merge(left: Value, right: Value, span: Span): Value {
  const [a, b] = [needFunction('@@', left, span), needFunction('@@', right, span)];
  const domain = setOf([...a.shape.domain, ...b.shape.domain], span);
  return functionOn(
    domain,
    domain.items.map((argument) => {
      const index = positionIn(a.shape, argument);
      return index >= 0 ? (a.items[index] as Stored) : (b.items[positionIn(b.shape, argument)] as Stored);
    }),
    span,
  );
}

export function needFunction(operator: string, value: Value, span: Span): Item {
  const f = value instanceof LazyFunction ? concrete(value, span) : value;
  if (typeof f === 'object' && f.kind === FUNCTION) return f;
  return fail(span, `${operator} needs a function, not ${show(value)}`);
}

export function isString(value: Value): value is Item {
  return typeof value === 'object' && value.kind === STRING;
}
