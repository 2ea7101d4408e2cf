import type { Span } from '../../parse/syntax.js';
import * as arithmetic from './arithmetic.js';
import { bagOfAll } from './bags.js';
import { operations, truth } from './builtins.js';
import { checkModel, isModel } from './compare.js';
import { equal } from './equality.js';
import { elementsWith } from './field-index.js';
import * as functions from './functions.js';
import * as largeSets from './large-sets.js';
import { concrete, elementsOf } from './lazy.js';
import * as sequences from './sequences.js';
import { setOf, sortedSet } from './set.js';
import * as sets from './sets.js';
import { isTuple, shapeOn } from './shape.js';
import { fail, show } from './show.js';
import { internFunction, wordOf } from './store.js';
import { sortSequence } from './tlc.js';
import { isTupleIn } from './tuple-in.js';
import { type Item, LazyFunction, type Shape, type Stored, type Value } from './value.js';

/** A value as it can be an element: with nothing lazy in it. */
function stored(value: Value, span: Span): Stored {
  return typeof value === 'object' ? concrete(value, span) : value;
}

/** An argument that is evaluated when it is first used. */
function lazily(evaluate: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= evaluate());
}

function elementsOfTuple(value: Stored, length: number, span: Span): readonly Stored[] {
  if (isTuple(value) && value.items.length === length) return value.items;
  return fail(span, `a tuple of ${length} elements is needed here, not ${show(value)}`);
}

function isEmpty(set: Value, span: Span): boolean {
  return equal(set, sortedSet([]), span);
}

/** `value \in low..high` */
function isBetween(value: Value, low: Value, high: Value, span: Span): boolean {
  const from = arithmetic.bound(low, span);
  const to = arithmetic.bound(high, span);
  if (typeof value === 'number') return value >= from && value <= to;
  return sets.isIn(value, arithmetic.interval(from, to, span), span);
}

function shapeOver(domain: Value, span: Span): Shape {
  return shapeOn(sets.needSet('[x \\in S |-> e]', concrete(domain, span), span) as Item);
}

function lazyFunction(domain: Value, compute: (argument: Stored) => Value): Value {
  return new LazyFunction(domain, compute);
}

function checkInDomain(argument: Value, domain: Value, span: Span): void {
  if (!sets.isIn(argument, domain, span))
    fail(span, `${show(argument)} is outside the domain ${show(domain)}`);
}

/** `{x \in set : holds(x)}` where the set may have no end. */
function filterOf(set: Value, holds: (element: Value) => boolean, span: Span): Value {
  if (sets.isEndless(set)) return sets.filteredLater(set, holds);
  return sortedSet(elementsOf(set, span).filter(holds));
}

function noChoice(span: Span): never {
  return fail(span, 'no element satisfies what CHOOSE asks for');
}

function noArm(span: Span): never {
  return fail(span, 'no condition of the CASE is TRUE, and it has no OTHER');
}

/** An operator without operands: `Nat`, `BOOLEAN`. */
function builtin(name: string): Value {
  return (operations.get(name) as unknown as { run: () => Value }).run();
}

// Few enough to stay in the processor's cache: what is asked again is mostly asked of the same state.
const slots = 1 << 8;

/** Room for results by the values that they depend on, each beside these. */
function memory(width: number): unknown[] {
  // Not undefined, which is what a variable has that is not assigned yet.
  return new Array<unknown>(slots * width).fill(null);
}

function mix(hash: number, value: Stored): number {
  const mixed = Math.imul(hash ^ wordOf(value), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function slot1(a: Stored): number {
  return mix(0, a) & (slots - 1);
}

function slot2(a: Stored, b: Stored): number {
  return mix(mix(0, a), b) & (slots - 1);
}

function slot3(a: Stored, b: Stored, c: Stored): number {
  return mix(mix(mix(0, a), b), c) & (slots - 1);
}

function slot4(a: Stored, b: Stored, c: Stored, d: Stored): number {
  return mix(mix(mix(mix(0, a), b), c), d) & (slots - 1);
}

function slot5(a: Stored, b: Stored, c: Stored, d: Stored, e: Stored): number {
  return mix(mix(mix(mix(mix(0, a), b), c), d), e) & (slots - 1);
}

/** What generated code uses, by name: what only it uses is tagged `@public`, as nothing else names it. */
export const runtime: Readonly<Record<string, unknown>> = {
  ...arithmetic,
  bagOfAll,
  isTupleIn,
  sortSequence,
  ...functions,
  ...largeSets,
  ...sequences,
  ...sets,
  operations,
  truth,
  checkModel,
  isModel,
  equal,
  concrete,
  elementsOf,
  elementsWith,
  setOf,
  sortedSet,
  fail,
  internFunction,
  wordOf,
  stored,
  lazily,
  elementsOfTuple,
  isEmpty,
  isBetween,
  shapeOver,
  lazyFunction,
  checkInDomain,
  filterOf,
  noChoice,
  noArm,
  builtin,
  memory,
  slot1,
  slot2,
  slot3,
  slot4,
  slot5,
};
