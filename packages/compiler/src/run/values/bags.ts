import type { Span } from '../../parse/syntax.js';
import { plus } from './arithmetic.js';
import { functionOn, needFunction } from './functions.js';
import { concrete, elementsOf } from './lazy.js';
import { setOf, sortedSet } from './set.js';
import { isIn } from './sets.js';
import { positionIn } from './shape.js';
import { fail, show } from './show.js';
import type { Item, Stored, Value } from './value.js';

/** A bag: each of its elements, with how often it is there, which is at least once. */
function bag(operator: string, value: Value, span: Span): Item {
  const f = needFunction(operator, value, span);
  for (const often of f.items) {
    if (typeof often !== 'number' || often < 1) fail(span, `${operator} needs a bag, not ${show(value)}`);
  }
  return f;
}

function count(f: Item, element: Stored): number {
  const index = positionIn(f.shape, element);
  return index < 0 ? 0 : (f.items[index] as number);
}

/** The bag in which each of these elements is as often as said, if that is at least once. */
function bagOf(elements: readonly Stored[], often: (element: Stored) => number, span: Span): Value {
  const there = elements.filter((element) => often(element) > 0);
  return functionOn(setOf(there, span), setOf(there, span).items.map(often), span);
}

export function isBag(value: Value): boolean {
  if (typeof value !== 'object' || !('shape' in value)) return false;
  return (
    value.shape.size === value.items.length &&
    value.items.every((item) => typeof item === 'number' && item > 0)
  );
}

export function bagToSet(value: Value, span: Span): Value {
  return sortedSet(needFunction('BagToSet', value, span).shape.domain);
}

export function setToBag(value: Value, span: Span): Value {
  const set = concrete(value, span);
  return functionOn(
    set,
    elementsOf(set, span).map(() => 1),
    span,
  );
}

export function bagIn(element: Value, value: Value, span: Span): boolean {
  return isIn(element, bagToSet(value, span), span);
}

export function emptyBag(): Value {
  return functionOn(sortedSet([]), [], { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, text: '' });
}

/** `left (+) right` */
export function bagSum(left: Value, right: Value, span: Span): Value {
  const [a, b] = [bag('(+)', left, span), bag('(+)', right, span)];
  const elements = setOf([...a.shape.domain, ...b.shape.domain], span).items;
  return bagOf(elements, (element) => plus(count(a, element), count(b, element), span), span);
}

/** `left (-) right` */
export function bagDifference(left: Value, right: Value, span: Span): Value {
  const [a, b] = [bag('(-)', left, span), bag('(-)', right, span)];
  return bagOf(a.shape.domain, (element) => count(a, element) - count(b, element), span);
}

/** `BagUnion(bags)` */
export function bagUnion(value: Value, span: Span): Value {
  return elementsOf(value, span).reduce<Value>((sum, one) => bagSum(sum, one, span), emptyBag());
}

/** `left \sqsubseteq right` */
export function isSubBag(left: Value, right: Value, span: Span): boolean {
  const [a, b] = [bag('\\sqsubseteq', left, span), bag('\\sqsubseteq', right, span)];
  return a.shape.domain.every((element) => count(a, element) <= count(b, element));
}

/** `BagOfAll(F, B)` */
export function bagOfAll(value: Value, image: (element: Value) => Stored, span: Span): Value {
  const f = bag('BagOfAll', value, span);
  const often = new Map<Stored, number>();
  for (const element of f.shape.domain) {
    const key = image(element);
    often.set(key, plus(often.get(key) ?? 0, count(f, element), span));
  }
  return bagOf([...often.keys()], (element) => often.get(element) as number, span);
}

export function subBags(value: Value, span: Span): Value {
  const f = bag('SubBag', value, span);
  let all: number[][] = [[]];
  for (const often of f.items) {
    all = all.flatMap((start) => Array.from({ length: (often as number) + 1 }, (_, n) => [...start, n]));
    if (all.length > 1_000_000) fail(span, `${show(value)} has too many subbags`);
  }
  const bags = all.map((counts) => {
    const often = new Map(f.shape.domain.map((element, index) => [element, counts[index] as number]));
    return bagOf(f.shape.domain, (element) => often.get(element) as number, span) as Stored;
  });
  return setOf(bags, span);
}

export function bagCardinality(value: Value, span: Span): number {
  return bag('BagCardinality', value, span).items.reduce<number>((sum, often) => plus(sum, often, span), 0);
}

export function copiesIn(element: Value, value: Value, span: Span): number {
  return count(bag('CopiesIn', value, span), concrete(element, span));
}
