import { store } from './store.js';
import { FUNCTION, GENERAL, Item, RECORD, SET, type Shape, STRING, type Stored, TUPLE } from './value.js';

// Positions are looked up in an array as long as the ids of a domain are this small: those of constants are.
const direct = 1 << 12;

/** The shape of functions on this set. */
export function shapeOn(domain: Item): Shape {
  const known = store.shapes.get(domain.id);
  if (known !== undefined) return known;
  const shape = isOneTo(domain.items) ? tupleShape(domain.items.length) : newShape(domain.items);
  store.shapes.set(domain.id, shape);
  return shape;
}

/** The shape of tuples of that length. */
export function tupleShape(length: number): Shape {
  return (store.tupleShapes[length] ??= newShape(Array.from({ length }, (_, index) => index + 1)));
}

function newShape(domain: readonly Stored[]): Shape {
  const size = domain.length;
  const first = domain[0];
  const isInterval = domain.every(
    (value, index) => typeof value === 'number' && value === Number(first) + index,
  );
  const ids = domain.every((value) => value instanceof Item && value.id < direct)
    ? domain.map((value) => (value as Item).id)
    : [];
  const slots = new Int32Array(ids.reduce((most, id) => Math.max(most, id + 1), 0)).fill(-1);
  for (const [index, id] of ids.entries()) slots[id] = index;
  shapes += 1;
  return {
    id: shapes,
    kind: isOneTo(domain) ? TUPLE : domain.every(isString) ? RECORD : GENERAL,
    size,
    domain,
    low: size === 0 ? 1 : isInterval ? Number(first) : Number.NaN,
    slots,
    positions:
      isInterval || ids.length > 0 ? undefined : new Map(domain.map((value, index) => [value, index])),
  };
}

let shapes = 0;

function isOneTo(domain: readonly Stored[]): boolean {
  return domain.every((value, index) => value === index + 1);
}

function isString(value: Stored): boolean {
  return value instanceof Item && value.kind === STRING;
}

/** Where in functions of this shape the value of an argument stands; -1 outside the domain. */
export function positionIn(shape: Shape, argument: Stored): number {
  if (typeof argument === 'number') {
    const index = argument - shape.low;
    if (index >= 0 && index < shape.size) return index;
  } else if (typeof argument === 'object') {
    const { id } = argument;
    if (id < shape.slots.length) return shape.slots[id] as number;
  }
  return shape.positions === undefined ? -1 : (shape.positions.get(argument) ?? -1);
}

export function isTuple(value: unknown): value is Item {
  return value instanceof Item && value.kind === FUNCTION && value.shape.kind === TUPLE;
}

export function isEnumerated(value: unknown): value is Item {
  return value instanceof Item && value.kind === SET;
}
