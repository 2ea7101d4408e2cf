import { InputError } from '@synod/tla';
import { placeOf, type Span } from '../../parse/syntax.js';
import { setOf } from './set.js';
import { shapeOn } from './shape.js';
import { fail, show } from './show.js';
import { internFunction } from './store.js';
import { Item, LAZY_SET, LazyFunction, LazySet, SET, type Stored, type Value } from './value.js';

/** TLC's own limit on sets that it enumerates. */
export const limit = 1_000_000;

/** Sets that are only gone through may be larger in TLC, which takes one element after the other; here all are listed. */
const mostGoneThrough = 4_000_000;

/** The value itself, with nothing lazy in it: what can be stored and compared. */
export function concrete(value: Value, span: Span): Stored {
  if (typeof value !== 'object' || value.kind < LAZY_SET) return value as Stored;
  if (value instanceof LazySet) return (value.set ??= setOf(enumerate(value, span), span));
  if (value instanceof LazyFunction) {
    const domain = concrete(value.domain, span) as Item;
    return internFunction(
      shapeOn(domain),
      domain.items.map((argument) => concrete(applyLazy(value, argument), span)),
    );
  }
  return value;
}

/**
 * The elements of a set in order, each once.
 *
 * @throws InputError `unsupported` for a set that TLC goes through one by one, and is too large to be listed here
 * @throws EvaluationError if it has no end, or is none
 */
export function elementsOf(value: Value, span: Span): readonly Stored[] {
  if (value instanceof Item && value.kind === SET) return value.items;
  if (value instanceof LazySet) {
    const size = value.set === undefined ? value.size() : 0;
    if (value.enumerate === undefined || size === Infinity || size <= limit)
      return (concrete(value, span) as Item).items;
    if (size > mostGoneThrough) {
      const what = `going through ${show(value)}, which has more than ${mostGoneThrough} elements,`;
      throw new InputError('unsupported', `${what} is not supported`, placeOf(span));
    }
    return setOf(value.enumerate(), span).items;
  }
  return fail(span, `a set is needed here, not ${show(value)}`);
}

function enumerate(value: LazySet, span: Span): readonly Stored[] {
  if (value.enumerate === undefined || value.size() === Infinity) {
    return fail(span, `${show(value)} has no end and cannot be enumerated`);
  }
  if (value.size() > limit)
    fail(span, `${show(value)} is too large to be enumerated: it has more than ${limit} elements`);
  return value.enumerate();
}

/** What a function that is not evaluated yet gives for an argument of its domain. */
export function applyLazy(value: LazyFunction, argument: Stored): Value {
  const known = value.known.get(argument);
  if (known !== undefined) return known;
  const result = value.compute(argument);
  value.known.set(argument, result);
  return result;
}
