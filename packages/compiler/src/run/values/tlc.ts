import type { Span } from '../../parse/syntax.js';
import { functionOn, isString, tupleOf } from './functions.js';
import { concrete, elementsOf } from './lazy.js';
import { sequence } from './sequences.js';
import { setOf } from './set.js';
import { fail, show } from './show.js';
import { stringItem, textOf } from './store.js';
import type { Item, Stored, Value } from './value.js';

/** `Assert(value, message)` */
export function assertion(value: Value, message: Value, span: Span): boolean {
  if (value === true) return true;
  if (value !== false) fail(span, `Assert needs TRUE or FALSE, not ${show(value)}`);
  return fail(span, `Assert: ${isString(message) ? textOf(message) : show(message)}`);
}

/** `Permutations(set)`: the one-to-one functions from it onto itself. */
export function permutations(value: Value, span: Span): Value {
  const set = concrete(value, span);
  const elements = elementsOf(set, span);
  if (elements.length > 9) fail(span, `${show(set)} has too many permutations`);
  const orders = (left: readonly Stored[]): Stored[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((first) =>
          orders(left.filter((other) => other !== first)).map((rest) => [first, ...rest]),
        );
  return setOf(
    orders(elements).map((order) => functionOn(set, order, span)),
    span,
  );
}

/** `SortSeq(s, Op)`: as TLC sorts, by insertion. */
export function sortSequence(
  value: Value,
  before: (left: Value, right: Value) => boolean,
  span: Span,
): Value {
  const sorted = [...sequence('SortSeq', value, span)];
  for (let i = 1; i < sorted.length; i++) {
    const element = sorted[i] as Stored;
    let j = i;
    while (j > 0 && before(element, sorted[j - 1] as Stored)) {
      sorted[j] = sorted[j - 1] as Stored;
      j -= 1;
    }
    sorted[j] = element;
  }
  return tupleOf(sorted);
}

export function toText(value: Value, span: Span): Item {
  return stringItem(show(concrete(value, span)));
}
