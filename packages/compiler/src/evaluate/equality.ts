import { isTuple, key, TlaFunction, type TlaRecord, TlaSet, type TlaValue } from '@synod/tla';
import type { Span } from '../parse/syntax.js';
import { concrete, fail, kindOf, LazyFunction, LazySet, show, type Value } from './value.js';

/**
 * `left = right`. As in TLC, values of different kinds cannot be compared: that is an error, not FALSE. A model value is
 * equal to itself only and can be compared with everything.
 */
export function equalValues(left: Value, right: Value, span: Span): boolean {
  if (left === right) return true;
  checkKinds(left, right, span);
  if (typeof left !== 'object' || typeof right !== 'object') return false;
  const [a, b] = [concrete(left, span), concrete(right, span)];
  if (key(a) === key(b)) return true;
  if (a instanceof TlaSet && b instanceof TlaSet) return equalSets(a, b, span);
  return equalFunctions(pairsOf(a), pairsOf(b), span);
}

/** Different sets are different; what remains is to see whether they can be compared at all. */
function equalSets(left: TlaSet<TlaValue>, right: TlaSet<TlaValue>, span: Span): false {
  const [a] = left.elements;
  const [b] = right.elements;
  if (left.size === right.size && a !== undefined && b !== undefined) equalValues(a, b, span);
  return false;
}

interface Pairs {
  readonly domain: readonly TlaValue[];
  readonly values: readonly TlaValue[];
}

function equalFunctions(left: Pairs, right: Pairs, span: Span): boolean {
  if (left.domain.length !== right.domain.length) return false;
  const equalAt = (a: readonly TlaValue[], b: readonly TlaValue[]): boolean =>
    a.every((value, index) => equalValues(value, b[index] as TlaValue, span));
  return equalAt(left.domain, right.domain) && equalAt(left.values, right.values);
}

/** A function's arguments, in the order of their keys, and its values. */
export function pairsOf(value: TlaValue): Pairs {
  if (value instanceof TlaFunction) return value;
  if (isTuple(value)) return { domain: value.map((_, index) => index + 1), values: value };
  const names = Object.keys(value as TlaRecord).toSorted();
  return { domain: names, values: names.map((name) => (value as TlaRecord)[name] as TlaValue) };
}

/** Fails if two values are of kinds that cannot be compared. */
export function checkKinds(left: Value, right: Value, span: Span): void {
  const [a, b] = [kindOf(left), kindOf(right)];
  if (a === b || a === 'model value' || b === 'model value') return;
  fail(
    span,
    `${show(left)} and ${show(right)} cannot be compared: one is of kind ${a}, the other of kind ${b}`,
  );
}

/** `value \in within` */
export function isMember(value: Value, within: Value, span: Span): boolean {
  if (within instanceof LazySet) return within.has(value, span);
  if (!(within instanceof TlaSet))
    return fail(span, `a set is needed to the right of \\in, not ${show(within)}`);
  const [first] = within.elements;
  if (first === undefined) return false;
  const member = value instanceof LazySet || value instanceof LazyFunction ? concrete(value, span) : value;
  if (within.has(member)) return true;
  // Looked at for its errors: `1 \in {"a"}` and `<<1>> \in {<<"a">>}` are mistakes.
  equalValues(member, first, span);
  return false;
}
