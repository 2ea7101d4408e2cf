import { difference, filter, isSubset, product, set, TlaSet, type TlaValue, union } from '@synod/tla';
import type { Span } from '../parse/syntax.js';
import { checkKinds, isMember } from './equality.js';
import {
  asTuple,
  concrete,
  elementsOf,
  endlessSet,
  fail,
  hasNoEnd,
  isSet,
  LazySet,
  show,
  type Value,
} from './value.js';

/** Sets larger than this are a mistake in the specification or in its use. */
const limit = 4_000_000;

/** Refuses to enumerate what would not fit. */
export function checkSize(size: number, name: string, span: Span): void {
  if (size > limit) fail(span, `${name} is too large to be enumerated`);
}

/** The set of these values, which must be comparable. */
export function setOf(values: readonly TlaValue[], span: Span): TlaSet<TlaValue> {
  const [first] = values;
  if (first !== undefined) for (const value of values) checkKinds(first, value, span);
  return set(values);
}

/** `left \cup right` */
export function unite(span: Span, left: Value, right: Value): Value {
  if (left instanceof TlaSet && right instanceof TlaSet) {
    const [a] = left.elements;
    const [b] = right.elements;
    if (a !== undefined && b !== undefined) checkKinds(a, b, span);
    return union(left, right);
  }
  needSets('\\cup', left, right, span);
  const name = `${show(left)} \\cup ${show(right)}`;
  const has: LazySet['has'] = (value, at) => isMember(value, left, at) || isMember(value, right, at);
  if (hasNoEnd(left) || hasNoEnd(right)) return endlessSet(name, has);
  return new LazySet(name, has, (at) => setOf([...elementsOf(left, at), ...elementsOf(right, at)], at));
}

function needSets(operator: string, left: Value, right: Value, span: Span): void {
  if (!isSet(left)) fail(span, `${operator} needs sets, not ${show(left)}`);
  if (!isSet(right)) fail(span, `${operator} needs sets, not ${show(right)}`);
}

/** `left \cap right`, where one of them can be enumerated. */
export function intersect(span: Span, left: Value, right: Value): Value {
  needSets('\\cap', left, right, span);
  if (left instanceof TlaSet) return filter(left, (element) => isMember(element, right, span));
  if (right instanceof TlaSet) return filter(right, (element) => isMember(element, left, span));
  return filter(concrete(left, span) as TlaSet<TlaValue>, (element) => isMember(element, right, span));
}

/** `left \ right` */
export function subtract(span: Span, left: Value, right: Value): Value {
  needSets('\\', left, right, span);
  if (hasNoEnd(left)) {
    return endlessSet(
      `${show(left)} \\ ${show(right)}`,
      (value, at) => isMember(value, left, at) && !isMember(value, right, at),
    );
  }
  const from = concrete(left, span) as TlaSet<TlaValue>;
  return right instanceof TlaSet
    ? difference(from, right)
    : filter(from, (element) => !isMember(element, right, span));
}

/** `left \subseteq right` */
export function isSubsetOf(span: Span, left: Value, right: Value): boolean {
  needSets('\\subseteq', left, right, span);
  if (left instanceof TlaSet && right instanceof TlaSet && isSubset(left, right)) return true;
  return elementsOf(left, span).every((element) => isMember(element, right, span));
}

/** `SUBSET base` */
export function subsetsOf(span: Span, base: Value): Value {
  if (!isSet(base)) fail(span, `SUBSET needs a set, not ${show(base)}`);
  const name = `SUBSET ${show(base)}`;
  return new LazySet(
    name,
    (value, at) => {
      if (typeof value === 'symbol') return false;
      if (!isSet(value)) return fail(at, `\\in SUBSET needs a set, not ${show(value)}`);
      return isSubsetOf(at, value, base);
    },
    (at) => {
      const elements = elementsOf(base, at);
      checkSize(2 ** elements.length, name, at);
      const subsets = Array.from({ length: 2 ** elements.length }, (_, bits) =>
        set(elements.filter((_element, index) => Math.floor(bits / 2 ** index) % 2 === 1)),
      );
      return set<TlaValue>(subsets);
    },
  );
}

/** `UNION sets` */
export function unionOf(span: Span, sets: Value): Value {
  if (!isSet(sets)) fail(span, `UNION needs a set of sets, not ${show(sets)}`);
  return setOf(
    elementsOf(sets, span).flatMap((inner) => elementsOf(inner, span)),
    span,
  );
}

/** `A \X B \X …` */
export function productOf(span: Span, factors: readonly Value[]): Value {
  for (const factor of factors) if (!isSet(factor)) fail(span, `\\X needs sets, not ${show(factor)}`);
  const name = factors.map(show).join(' \\X ');
  return new LazySet(
    name,
    (value, at) => {
      if (typeof value === 'symbol') return false;
      const tuple = asTuple(value) ?? fail(at, `\\in ${name} needs a tuple, not ${show(value)}`);
      if (tuple.length !== factors.length) return false;
      return tuple.every((element, index) => isMember(element, factors[index] as Value, at));
    },
    (at) => {
      const domains = factors.map((factor) => elementsOf(factor, at));
      checkSize(
        domains.reduce((size, domain) => size * domain.length, 1),
        name,
        at,
      );
      return set(product(domains) as Iterable<TlaValue>);
    },
  );
}
