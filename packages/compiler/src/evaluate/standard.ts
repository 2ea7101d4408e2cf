import { equal, key, mapping, set, type TlaValue } from '@synod/tla';
import type { Span } from '../parse/syntax.js';
import { arithmetic, integer, integers, naturals, negate, strings } from './arithmetic.js';
import {
  addBags,
  bagCardinality,
  bagOfSet,
  bagUnion,
  copiesIn,
  isBag,
  isSubBag,
  setOfBag,
  subBags,
  subtractBags,
} from './bags.js';
import { equalValues, isMember } from './equality.js';
import { domainOf, merge, sequence, single } from './functions.js';
import { checkSize, intersect, isSubsetOf, subsetsOf, subtract, unionOf, unite } from './sets.js';
import { concrete, elementsOf, endlessSet, fail, isSet, LazySet, show, truth, type Value } from './value.js';

/** An operator that needs nothing but the values of its arguments. */
export interface Builtin {
  readonly arity: number;
  // The arguments are passed one by one, since an array for each application costs more than the rest of it.
  readonly run: (span: Span, ...values: readonly Value[]) => Value;
}

type One = (span: Span, value: Value) => Value;
type Two = (span: Span, left: Value, right: Value) => Value;

const none = (value: Value): Builtin => ({ arity: 0, run: () => value });
const one = (run: One): Builtin => ({ arity: 1, run: run });
const two = (run: Two): Builtin => ({ arity: 2, run: run });

/** The operators of the language itself. */
export const languageOperators: ReadonlyMap<string, Builtin> = new Map([
  ['BOOLEAN', none(set([false, true]))],
  ['STRING', none(strings)],
  ['=', two((span, left, right) => equalValues(left, right, span))],
  ['#', two((span, left, right) => !equalValues(left, right, span))],
  ['\\in', two((span, value, within) => isMember(value, within, span))],
  ['\\notin', two((span, value, within) => !isMember(value, within, span))],
  ['\\subseteq', two(isSubsetOf)],
  ['\\cup', two(unite)],
  ['\\cap', two(intersect)],
  ['\\', two(subtract)],
  ['SUBSET', one(subsetsOf)],
  ['UNION', one(unionOf)],
  ['DOMAIN', one(domainOf)],
  ['~', one((span, value) => !truth(value, span))],
  ['<=>', two((span, left, right) => truth(left, span) === truth(right, span))],
]);

function concatenate(span: Span, left: Value, right: Value): Value {
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  return [...sequence(left, '\\o', span), ...sequence(right, '\\o', span)];
}

function subSequence(span: Span, value: Value, from: Value, to: Value): Value {
  const elements = sequence(value, 'SubSeq', span);
  const [start, last] = [Number(integer(from, 'SubSeq', span)), Number(integer(to, 'SubSeq', span))];
  if (start > last) return [];
  if (start < 1 || last > elements.length) {
    fail(span, `SubSeq from ${start} to ${last} is outside ${show(value)}`);
  }
  return elements.slice(start - 1, last);
}

function first(span: Span, value: Value): Value {
  const [head] = sequence(value, 'Head', span);
  return head ?? fail(span, 'the empty sequence has no Head');
}

function rest(span: Span, value: Value): Value {
  const elements = sequence(value, 'Tail', span);
  return elements.length > 0 ? elements.slice(1) : fail(span, 'the empty sequence has no Tail');
}

function sequencesOver(span: Span, base: Value): Value {
  if (!isSet(base)) fail(span, `Seq needs a set, not ${show(base)}`);
  const name = `Seq(${show(base)})`;
  return endlessSet(
    name,
    (value, at) =>
      typeof value !== 'symbol' && sequence(value, name, at).every((element) => isMember(element, base, at)),
  );
}

/** TLC's Permutations: the one-to-one functions from a set onto itself. */
function permutations(span: Span, base: Value): Value {
  const elements = elementsOf(base, span);
  checkSize(
    elements.reduce<number>((size, _, index) => size * (index + 1), 1),
    'Permutations',
    span,
  );
  const orders = (left: readonly TlaValue[]): TlaValue[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((head) =>
          orders(left.filter((other) => !equal(other, head))).map((tail) => [head].concat(tail)),
        );
  return set<TlaValue>(
    orders(elements).map((order) => mapping(elements.map((element, i) => [element, order[i] as TlaValue]))),
  );
}

/** The operators of the standard modules. */
export const standardOperators: ReadonlyMap<string, Builtin> = new Map([
  ...Object.entries(arithmetic).map(([name, run]) => [name, two(run)] as const),
  ['-.', one(negate)],
  ['Nat', none(naturals)],
  ['Int', none(integers)],
  ['IsFiniteSet', one(isFinite)],
  ['Cardinality', one((span, value) => elementsOf(value, span).length)],
  ['Seq', one(sequencesOver)],
  [
    'Len',
    one((span, value) => (typeof value === 'string' ? value.length : sequence(value, 'Len', span).length)),
  ],
  ['\\o', two(concatenate)],
  ['Append', two((span, value, last) => [...sequence(value, 'Append', span), concrete(last, span)])],
  ['Head', one(first)],
  ['Tail', one(rest)],
  ['SubSeq', { arity: 3, run: subSequence }],
  [':>', two(single)],
  ['@@', two(merge)],
  [
    'Assert',
    two((span, value, message) => (truth(value, span) ? true : fail(span, `Assert: ${show(message)}`))),
  ],
  ['Print', two((_, __, value) => value)],
  ['PrintT', one(() => true)],
  ['Permutations', one(permutations)],
  ['ToString', one((span, value) => key(concrete(value, span)))],
  ['TLCEval', one((span, value) => concrete(value, span))],
  ['EmptyBag', none([])],
  ['IsABag', one(isBag)],
  ['BagToSet', one(setOfBag)],
  ['SetToBag', one(bagOfSet)],
  ['BagIn', two((span, element, bag) => copiesIn(span, element, bag) > 0)],
  ['\\oplus', two(addBags)],
  ['\\ominus', two(subtractBags)],
  ['\\sqsubseteq', two(isSubBag)],
  ['BagUnion', one(bagUnion)],
  ['SubBag', one(subBags)],
  ['BagCardinality', one(bagCardinality)],
  ['CopiesIn', two(copiesIn)],
]);

function isFinite(span: Span, value: Value): Value {
  if (!isSet(value)) fail(span, `IsFiniteSet needs a set, not ${show(value)}`);
  if (!(value instanceof LazySet)) return true;
  // What can be listed is finite; of the rest it is not known, and TLC does not know either.
  return value === naturals || value === integers || value === strings
    ? false
    : value.enumerate(span).size >= 0;
}
