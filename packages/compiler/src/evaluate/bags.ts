import { equal, mapping, product, set, type TlaValue } from '@synod/tla';
import type { Span } from '../parse/syntax.js';
import { pairsOf } from './equality.js';
import { checkSize } from './sets.js';
import { concrete, elementsOf, fail, isFunction, isSet, show, type Value } from './value.js';

/** A bag: its elements, and how often each is in it. */
type Counts = readonly (readonly [TlaValue, number])[];

/** A bag is a function to numbers above 0; an error names the operator that needs one. */
function countsOf(value: Value, operator: string, span: Span, least: number = 1): Counts {
  const whole = isFunction(value) ? concrete(value, span) : undefined;
  if (whole === undefined) return fail(span, `${operator} needs a bag, not ${show(value)}`);
  const { domain, values } = pairsOf(whole);
  return domain.map((element, index) => {
    const count = values[index];
    if (typeof count !== 'number' || count < least) fail(span, `${operator} needs a bag, not ${show(value)}`);
    return [element, count];
  });
}

function countIn(counts: Counts, element: TlaValue): number {
  return counts.find(([other]) => equal(other, element))?.[1] ?? 0;
}

/** The bag with these counts; what is not in it often enough to be counted is left out. */
function bagOf(counts: Counts): TlaValue {
  return mapping(counts.filter(([, count]) => count > 0));
}

/** Adds the counts of what is there more than once. */
function sum(counts: Counts): Counts {
  const found: [TlaValue, number][] = [];
  for (const [element, count] of counts) {
    const known = found.find(([other]) => equal(other, element));
    if (known === undefined) found.push([element, count]);
    else known[1] += count;
  }
  return found;
}

/** `left (+) right` */
export function addBags(span: Span, left: Value, right: Value): Value {
  return bagOf(sum([...countsOf(left, '(+)', span), ...countsOf(right, '(+)', span)]));
}

/** `left (-) right` */
export function subtractBags(span: Span, left: Value, right: Value): Value {
  const others = countsOf(right, '(-)', span, -Infinity);
  const counts = countsOf(left, '(-)', span, -Infinity);
  return bagOf(counts.map(([element, count]) => [element, count - countIn(others, element)]));
}

/** `left \sqsubseteq right` */
export function isSubBag(span: Span, left: Value, right: Value): boolean {
  const others = countsOf(right, '\\sqsubseteq', span);
  return countsOf(left, '\\sqsubseteq', span).every(([element, count]) => count <= countIn(others, element));
}

export function isBag(span: Span, value: Value): boolean {
  if (!isFunction(value)) return false;
  return pairsOf(concrete(value, span)).values.every((count) => typeof count === 'number' && count > 0);
}

export function bagOfSet(span: Span, value: Value): Value {
  if (!isSet(value)) fail(span, `SetToBag needs a set, not ${show(value)}`);
  return mapping(elementsOf(value, span).map((element) => [element, 1]));
}

export function setOfBag(span: Span, value: Value): Value {
  if (!isFunction(value)) fail(span, `BagToSet needs a bag, not ${show(value)}`);
  return set(pairsOf(concrete(value, span)).domain);
}

export function copiesIn(span: Span, element: Value, bag: Value): number {
  return countIn(countsOf(bag, 'CopiesIn', span), concrete(element, span));
}

export function bagCardinality(span: Span, bag: Value): number {
  return countsOf(bag, 'BagCardinality', span).reduce((total, [, count]) => total + count, 0);
}

export function bagUnion(span: Span, bags: Value): Value {
  return bagOf(sum(elementsOf(bags, span).flatMap((bag) => countsOf(bag, 'BagUnion', span))));
}

/** `SubBag(B)`: the bags within a bag. */
export function subBags(span: Span, bag: Value): Value {
  const counts = countsOf(bag, 'SubBag', span);
  checkSize(
    counts.reduce((size, [, count]) => size * (count + 1), 1),
    'SubBag',
    span,
  );
  const choices = counts.map(([, count]) => Array.from({ length: count + 1 }, (_, index) => index));
  const found = [...product(choices)] as (readonly number[])[];
  return set<TlaValue>(
    found.map((chosen) => bagOf(counts.map(([element], index) => [element, chosen[index] as number]))),
  );
}

/** `BagOfAll(F, B)` */
export function mapBag(span: Span, change: (element: TlaValue) => Value, bag: Value): Value {
  const counts = countsOf(bag, 'BagOfAll', span);
  return bagOf(sum(counts.map(([element, count]) => [concrete(change(element), span), count])));
}
