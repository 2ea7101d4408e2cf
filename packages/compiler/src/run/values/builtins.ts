import type { Span } from '../../parse/syntax.js';
import * as arithmetic from './arithmetic.js';
import * as bags from './bags.js';
import { equal } from './equality.js';
import { domainOf, merge, single } from './functions.js';
import { subsetsOf } from './large-sets.js';
import { concrete } from './lazy.js';
import * as sequences from './sequences.js';
import { sortedSet } from './set.js';
import * as sets from './sets.js';
import { fail, show } from './show.js';
import * as tlc from './tlc.js';
import type { Value } from './value.js';

/** An operator that needs nothing but the values of its arguments. */
export interface Operation {
  readonly arity: number;
  readonly run: (...operands: [...values: Value[], span: Span]) => Value;
  /** Whether it gives TRUE or FALSE and nothing else. */
  readonly truth: boolean;
}

type Run = (...operands: never[]) => Value;

function operation(arity: number, run: Run, saysTruth: boolean = false): Operation {
  return { arity, run: run as unknown as Operation['run'], truth: saysTruth };
}

const none = (value: () => Value): Operation => operation(0, value);
const one = (run: (value: Value, span: Span) => Value): Operation => operation(1, run);
const two = (run: (left: Value, right: Value, span: Span) => Value): Operation => operation(2, run);
const says = (run: (left: Value, right: Value, span: Span) => boolean): Operation => operation(2, run, true);

/** TRUE or FALSE; otherwise an error that says where one of them is needed. */
export function truth(value: Value, span: Span): boolean {
  return typeof value === 'boolean' ? value : fail(span, `TRUE or FALSE is needed here, not ${show(value)}`);
}

/**
 * The operators of the language and of the standard modules, by their names in the IR and by their synonyms. `=>` is not
 * here, since it does not evaluate its right side always, and neither is what takes an operator.
 */
export const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['BOOLEAN', none(() => sortedSet([false, true]))],
  ['STRING', none(() => sequences.strings)],
  ['Nat', none(() => arithmetic.naturals)],
  ['Int', none(() => arithmetic.integers)],
  ['EmptyBag', none(bags.emptyBag)],
  ['=', says(equal)],
  ['/=', says((left, right, span) => !equal(left, right, span))],
  ['\\in', says(sets.isIn)],
  ['\\notin', says((value, set, span) => !sets.isIn(value, set, span))],
  ['\\subseteq', says(sets.isSubsetOf)],
  ['\\union', two(sets.unite)],
  ['\\intersect', two(sets.intersect)],
  ['\\', two(sets.subtract)],
  ['SUBSET', one(subsetsOf)],
  ['UNION', one(sets.unionOf)],
  ['DOMAIN', one(domainOf)],
  ['~', operation(1, (value: Value, span: Span) => !truth(value, span), true)],
  ['<=>', says((left, right, span) => truth(left, span) === truth(right, span))],
  ['+', two(arithmetic.plus)],
  ['-', two(arithmetic.minus)],
  ['*', two(arithmetic.times)],
  ['-.', one(arithmetic.negative)],
  ['\\div', two(arithmetic.divide)],
  ['%', two(arithmetic.remainder)],
  ['^', two(arithmetic.power)],
  ['<', says(arithmetic.less)],
  ['>', says(arithmetic.greater)],
  ['=<', says(arithmetic.atMost)],
  ['>=', says(arithmetic.atLeast)],
  ['..', two(arithmetic.interval)],
  ['Cardinality', one(sets.cardinality)],
  ['IsFiniteSet', operation(1, sets.isFinite, true)],
  ['Seq', one(sequences.sequencesOver)],
  ['Len', one(sequences.length)],
  ['\\o', two(sequences.concatenate)],
  ['Append', two(sequences.append)],
  ['Head', one(sequences.head)],
  ['Tail', one(sequences.tail)],
  ['SubSeq', operation(3, sequences.subSequence)],
  [':>', two(single)],
  ['@@', two(merge)],
  ['Assert', operation(2, tlc.assertion, true)],
  ['Print', two((_, value) => value)],
  ['PrintT', operation(1, () => true, true)],
  ['ToString', one(tlc.toText)],
  ['TLCEval', one((value, span) => concrete(value, span))],
  ['Permutations', one(tlc.permutations)],
  ['IsABag', operation(1, bags.isBag, true)],
  ['BagToSet', one(bags.bagToSet)],
  ['SetToBag', one(bags.setToBag)],
  ['BagIn', says(bags.bagIn)],
  ['(+)', two(bags.bagSum)],
  ['(-)', two(bags.bagDifference)],
  ['BagUnion', one(bags.bagUnion)],
  ['\\sqsubseteq', says(bags.isSubBag)],
  ['SubBag', one(bags.subBags)],
  ['BagCardinality', one(bags.bagCardinality)],
  ['CopiesIn', two(bags.copiesIn)],
]);

const synonyms: ReadonlyMap<string, string> = new Map([
  ['#', '/='],
  ['\\cup', '\\union'],
  ['\\cap', '\\intersect'],
  ['<=', '=<'],
  ['\\leq', '=<'],
  ['\\geq', '>='],
  ['\\equiv', '<=>'],
  ['\\lnot', '~'],
  ['\\neg', '~'],
  ['\\circ', '\\o'],
  ['\\oplus', '(+)'],
  ['\\ominus', '(-)'],
]);

/** The one name of an operator that has several. */
export function canonicalName(name: string): string {
  return synonyms.get(name) ?? name;
}
