import type { Span } from '../../parse/syntax.js';
import { checkModel, isModel } from './compare.js';
import { concrete, elementsOf, limit } from './lazy.js';
import { has, insert, isSubset, setOf, sortedSet, union } from './set.js';
import { isEnumerated } from './shape.js';
import { fail, show } from './show.js';
import { Item, LazySet, SET, type Stored, type Value } from './value.js';

/** @public */
export function isSet(value: Value): value is Item | LazySet {
  return value instanceof LazySet || isEnumerated(value);
}

export function needSet(operator: string, value: Value, span: Span): Item | LazySet {
  return isSet(value) ? value : fail(span, `${operator} needs a set, not ${show(value)}`);
}

/** `value \in set` */
export function isIn(value: Value, set: Value, span: Span): boolean {
  if (set instanceof Item && set.kind === SET) {
    return has(set, typeof value === 'object' ? concrete(value, span) : value, span);
  }
  if (set instanceof LazySet) return memberOf(value, set, span);
  return fail(span, `a set is needed to the right of \\in, not ${show(set)}`);
}

/** As many values as a large set knows of whether they are in it. */
const most = 1 << 14;

/** The membership of large sets does not know where it is asked for. */
let asked: Span | undefined;

function memberOf(value: Value, set: LazySet, span: Span): boolean {
  const isItem = value instanceof Item;
  const known = isItem ? set.verdicts?.get(value) : undefined;
  if (known !== undefined) return known;
  const outer = asked;
  asked = span;
  const result = set.has(value);
  asked = outer;
  if (isItem) {
    if (set.verdicts === undefined || set.verdicts.size >= most) set.verdicts = new Map();
    set.verdicts.set(value, result);
  }
  return result;
}

/** For a {@link LazySet}'s `has`: whether the value is a model value, and so no element; an error if it is of a wrong kind. */
export function isOther(value: Value, fits: boolean, set: () => string): boolean {
  if (fits) return false;
  if (isModel(value)) return (checkModel(value, undefined, here()), true);
  return fail(here(), `${show(value)} cannot be compared with the elements of ${set()}`);
}

/** `{x \in set : holds(x)}` of a set that has no end. */
export function filteredLater(set: Value, holds: (element: Value) => boolean): Value {
  return new LazySet(
    () => `a part of ${show(set)}`,
    () => Infinity,
    (value) => isIn(value, set, here()) && holds(value),
    undefined,
  );
}

/** Whether a set has no end. */
export function isEndless(set: Value): boolean {
  return set instanceof LazySet && set.size() === Infinity;
}

/** Where the membership is asked for that is being evaluated. */
export function here(): Span {
  return asked ?? { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, text: '' };
}

/** A set made of two, at least one of which is too large to go through. */
function combined(
  operator: string,
  [a, b]: readonly [Value, Value],
  holds: (value: Value) => boolean,
  list: (() => readonly Stored[]) | undefined,
): LazySet {
  const endless = list === undefined || isTooLarge(a) || isTooLarge(b);
  return new LazySet(
    () => `${show(a)} ${operator} ${show(b)}`,
    () => (endless ? Infinity : list().length),
    holds,
    list,
  );
}

function isTooLarge(set: Value): boolean {
  return set instanceof LazySet && set.size() > limit;
}

/** `left \cup right` */
export function unite(left: Value, right: Value, span: Span): Value {
  if (isEnumerated(left) && isEnumerated(right)) return union(left, right, span);
  const a = needSet('\\cup', left, span);
  const b = needSet('\\cup', right, span);
  return combined(
    '\\cup',
    [a, b],
    (value) => isIn(value, a, here()) || isIn(value, b, here()),
    () => setOf([...elementsOf(a, span), ...elementsOf(b, span)], span).items,
  );
}

/** `set \cup {value}` @public */
export function include(set: Value, value: Value, span: Span): Value {
  const element = concrete(value, span);
  return isEnumerated(set) ? insert(set, element, span) : unite(set, sortedSet([element]), span);
}

/** `left \cap right`, where one of them can be enumerated. */
export function intersect(left: Value, right: Value, span: Span): Value {
  const a = needSet('\\cap', left, span);
  const b = needSet('\\cap', right, span);
  if (isTooLarge(a) && isTooLarge(b)) {
    return combined('\\cap', [a, b], (value) => isIn(value, a, here()) && isIn(value, b, here()), undefined);
  }
  const other = a instanceof LazySet && isEnumerated(b) ? a : b;
  return filtered(other === a ? b : a, (element) => isIn(element, other, span), span);
}

function filtered(set: Value, holds: (element: Stored) => boolean, span: Span): Item {
  const elements = elementsOf(set, span);
  const kept = elements.filter(holds);
  if (isEnumerated(set)) return kept.length === elements.length ? set : sortedSet(kept);
  return setOf(kept, span);
}

/** `left \ right` */
export function subtract(left: Value, right: Value, span: Span): Value {
  const from = needSet('\\', left, span);
  const what = needSet('\\', right, span);
  if (isTooLarge(from)) {
    return combined(
      '\\',
      [from, what],
      (value) => isIn(value, from, here()) && !isIn(value, what, here()),
      undefined,
    );
  }
  return filtered(from, (element) => !isIn(element, what, span), span);
}

/** `left \subseteq right` */
export function isSubsetOf(left: Value, right: Value, span: Span): boolean {
  const a = needSet('\\subseteq', left, span);
  const b = needSet('\\subseteq', right, span);
  if (isEnumerated(a) && isEnumerated(b)) return isSubset(a, b, span);
  return a === b || elementsOf(a, span).every((element) => isIn(element, b, span));
}

/** `UNION sets` */
export function unionOf(sets: Value, span: Span): Value {
  needSet('UNION', sets, span);
  const parts = elementsOf(sets, span).map((set) => needSet('UNION', set, span));
  if (parts.length === 0) return sortedSet([]);
  return setOf(
    parts.flatMap((part) => [...elementsOf(part, span)]),
    span,
  );
}

/**
 * `UNION {A, B}` and `UNION {e : x \in S}`. Parts that are large, or have no end, are not gone through to ask whether
 * something is in one of them. @public
 */
export function unionOfParts(parts: readonly Value[], span: Span): Value {
  for (const part of parts) needSet('UNION', part, span);
  if (!parts.some(isLarge)) return unionOf(gather(parts, span), span);
  return new LazySet(
    () => `UNION of ${parts.length} sets, each to be asked`,
    () => (parts.some(isTooLarge) ? Infinity : listed().length),
    (value) => parts.some((part) => isIn(value, part, here())),
    () => listed(),
  );

  function listed(): readonly Stored[] {
    return setOf(
      parts.flatMap((part) => [...elementsOf(part, span)]),
      span,
    ).items;
  }
}

function isLarge(set: Value): boolean {
  return set instanceof LazySet && set.size() > 1000;
}

/** The set of the values that a set constructor makes, which are in no order. @public */
export function gather(values: readonly Value[], span: Span): Item {
  return setOf(
    values.map((value) => concrete(value, span)),
    span,
  );
}

/** A set that was computed by leaving out elements of another, in its order. @public */
export function keep(kept: readonly Stored[], from: Value, span: Span): Item {
  if (!isEnumerated(from)) return setOf(kept, span);
  return kept.length === from.items.length ? from : sortedSet(kept);
}

/** `Cardinality(set)` */
export function cardinality(set: Value, span: Span): number {
  if (set instanceof Item && set.kind === SET) return set.items.length;
  const size = needSet('Cardinality', set, span) as LazySet;
  const count = size.size();
  if (count === Infinity || count > 0x7fffffff)
    fail(span, `${show(set)} is not a finite set that can be counted`);
  return count;
}

/** `IsFiniteSet(set)` */
export function isFinite(set: Value, span: Span): boolean {
  const known = needSet('IsFiniteSet', set, span);
  return !(known instanceof LazySet) || known.size() !== Infinity;
}
