import { key, TlaSet, type TlaValue } from '@synod/tla';
import { entriesOf, type ModelValueNames } from './value-text.js';

/** What decides whether TLC can compare a value with another one. */
type Shape =
  | { readonly type: 'model' | 'number' | 'string' | 'boolean' }
  /** The shapes of its elements, each once. */
  | { readonly type: 'set'; readonly elements: readonly Shape[] }
  /** The shapes of its arguments, each once, and of its values by the keys of their arguments. */
  | {
      readonly type: 'function';
      readonly domain: readonly Shape[];
      readonly values: ReadonlyMap<string, Shape>;
    };

/**
 * Whether TLC can certainly make a value: it sorts the elements of a set and the arguments of a function, and refuses
 * where it cannot compare two of them.
 */
export function isBuildable(value: TlaValue, names: ModelValueNames): boolean {
  if (typeof value !== 'object') return true;
  if (value instanceof TlaSet) {
    return (
      value.elements.every((element) => isBuildable(element, names)) && areComparable(value.elements, names)
    );
  }
  const { domain, values } = entriesOf(value);
  return [...domain, ...values].every((inner) => isBuildable(inner, names)) && areComparable(domain, names);
}

function areComparable(values: readonly TlaValue[], names: ModelValueNames): boolean {
  const shapes = shapesOf(values, names);
  return shapes.every((shape, i) => shapes.slice(i).every((other) => canCompare(shape, other)));
}

function shapesOf(values: readonly TlaValue[], names: ModelValueNames): readonly Shape[] {
  const found = new Map<string, Shape>();
  for (const value of values) {
    const shape = shapeOf(value, names);
    found.set(textOf(shape), shape);
  }
  return [...found.values()];
}

function shapeOf(value: TlaValue, names: ModelValueNames): Shape {
  if (typeof value === 'symbol' || (typeof value === 'string' && names.has(value))) return { type: 'model' };
  if (typeof value === 'number' || typeof value === 'bigint') return { type: 'number' };
  if (typeof value === 'string') return { type: 'string' };
  if (typeof value === 'boolean') return { type: 'boolean' };
  if (value instanceof TlaSet) return { type: 'set', elements: shapesOf(value.elements, names) };
  const { domain, values } = entriesOf(value);
  const shapes = domain.map((argument, i) => [key(argument), shapeOf(values[i] as TlaValue, names)] as const);
  return { type: 'function', domain: shapesOf(domain, names), values: new Map(shapes) };
}

function textOf(shape: Shape): string {
  if (shape.type === 'set') return `{${shape.elements.map(textOf).toSorted().join()}}`;
  if (shape.type !== 'function') return shape.type;
  return `[${Array.from(shape.values, ([argument, value]) => `${argument}: ${textOf(value)}`).join()}]`;
}

/** Model values can be compared with anything, and so can functions of different sizes. */
function canCompare(one: Shape, other: Shape): boolean {
  if (one.type === 'model' || other.type === 'model') return true;
  if (one.type === 'set' && other.type === 'set') return canCompareAll(one.elements, other.elements);
  if (one.type !== 'function' || other.type !== 'function') return one.type === other.type;
  if (one.values.size !== other.values.size) return true;
  if (!canCompareAll(one.domain, other.domain)) return false;
  return Array.from(one.values).every(([argument, shape]) => {
    const there = other.values.get(argument);
    return there === undefined || canCompare(shape, there);
  });
}

function canCompareAll(some: readonly Shape[], others: readonly Shape[]): boolean {
  return some.every((shape) => others.every((other) => canCompare(shape, other)));
}
