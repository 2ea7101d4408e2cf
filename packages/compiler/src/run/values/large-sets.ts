import type { Span } from '../../parse/syntax.js';
import { equal } from './equality.js';
import { recordShape } from './functions.js';
import { concrete, elementsOf } from './lazy.js';
import { sortedSet } from './set.js';
import { here, isIn, isOther, isSubsetOf, needSet } from './sets.js';
import { shapeOn, tupleShape } from './shape.js';
import { show } from './show.js';
import { internFunction } from './store.js';
import {
  FUNCTION,
  type Item,
  LazyFunction,
  LazySet,
  RECORD,
  type Shape,
  type Stored,
  TUPLE,
  type Value,
} from './value.js';

function sizeOf(set: Item | LazySet): number {
  return set instanceof LazySet ? set.size() : set.items.length;
}

/** `SUBSET base` */
export function subsetsOf(base: Value, span: Span): Value {
  const set = needSet('SUBSET', base, span);
  const name = (): string => `SUBSET ${show(set)}`;
  return new LazySet(
    name,
    () => 2 ** sizeOf(set),
    (value) => isSubsetOf(needSet('\\in SUBSET', value, here()), set, here()),
    () => allSubsets((concrete(set, span) as Item).items),
  );
}

/** In order: the smaller first, then element by element. */
function allSubsets(elements: readonly Stored[]): readonly Stored[] {
  const subsets: Stored[] = [];
  const choose = (chosen: readonly Stored[], from: number, left: number): void => {
    if (left === 0) subsets.push(sortedSet(chosen));
    else
      for (let i = from; i <= elements.length - left; i++)
        choose([...chosen, elements[i] as Stored], i + 1, left - 1);
  };
  for (let size = 0; size <= elements.length; size++) choose([], 0, size);
  return subsets;
}

/** All ways to take one element of each list; the last one varies fastest. */
function ways(lists: readonly (readonly Stored[])[]): Stored[][] {
  let all: Stored[][] = [[]];
  for (const list of lists) all = all.flatMap((start) => list.map((element) => [...start, element]));
  return all;
}

/** The values of a function of that shape; undefined if it is of another. */
function valuesOn(value: Value, shape: Shape): readonly Stored[] | undefined {
  const item = concrete(value, here()) as Item;
  if (item.shape === shape) return item.items;
  if (item.shape.size === shape.size) checkDomains(item.shape, shape);
  return undefined;
}

/** Two domains that are not the same may be such that TLC cannot compare them. */
function checkDomains(left: Shape, right: Shape): void {
  for (const [index, argument] of left.domain.entries()) {
    if (!equal(argument, right.domain[index] as Stored, here())) return;
  }
}

function isFunction(value: Value): boolean {
  return value instanceof LazyFunction || (typeof value === 'object' && value.kind === FUNCTION);
}

/** Functions of one shape, each value from a set of its own. */
function functionsInto(
  name: () => string,
  fits: (shape: Shape) => boolean,
  shape: () => Shape,
  sets: () => readonly (Item | LazySet)[],
  span: Span,
): LazySet {
  return new LazySet(
    name,
    () => sets().reduce((size, set) => (size === 0 ? 0 : size * sizeOf(set)), 1),
    (value) => {
      if (isOther(value, isFunction(value) && fits((concrete(value, here()) as Item).shape), name))
        return false;
      const values = valuesOn(value, shape());
      if (values === undefined) return false;
      const ranges = sets();
      return values.every((element, index) => isIn(element, ranges[index] as Value, here()));
    },
    () => ways(sets().map((set) => elementsOf(set, span))).map((values) => internFunction(shape(), values)),
  );
}

/** `A \X B \X …` */
export function productOf(factors: readonly Value[], span: Span): Value {
  const sets = factors.map((factor) => needSet('\\X', factor, span));
  const name = (): string => sets.map(show).join(' \\X ');
  const shape = tupleShape(sets.length);
  return functionsInto(
    name,
    ({ kind }) => kind === TUPLE,
    () => shape,
    () => sets,
    span,
  );
}

/** `[domain -> range]` */
export function functionSet(domain: Value, range: Value, span: Span): Value {
  const from = needSet('[S -> T]', domain, span);
  const to = needSet('[S -> T]', range, span);
  const name = (): string => `[${show(from)} -> ${show(to)}]`;
  let shape: Shape | undefined;
  let sets: (Item | LazySet)[] | undefined;
  const shapeOf = (): Shape => (shape ??= shapeOn(concrete(from, span) as Item));
  return functionsInto(
    name,
    () => true,
    shapeOf,
    () => (sets ??= shapeOf().domain.map(() => to)),
    span,
  );
}

/** `[a : S, b : T]`. @param names of the fields @param values the sets, in that order */
export function recordSet(names: readonly Item[], values: readonly Value[], span: Span): Value {
  const { shape, order } = recordShape(names);
  const sets = order.map((index) => needSet('[a : S]', values[index] as Value, span));
  const name = (): string =>
    `[${names.map((field, i) => `${show(field).slice(1, -1)} : ${show(values[i])}`).join(', ')}]`;
  return functionsInto(
    name,
    ({ kind, size }) => kind === RECORD || size === 0,
    () => shape,
    () => sets,
    span,
  );
}
