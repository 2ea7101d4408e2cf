import type { Span } from '../../parse/syntax.js';
import { isString, tupleOf } from './functions.js';
import { concrete } from './lazy.js';
import { here, isIn, isOther, needSet } from './sets.js';
import { isTuple } from './shape.js';
import { fail, show } from './show.js';
import { stringItem, textOf } from './store.js';
import { LazyFunction, LazySet, type Stored, type Value } from './value.js';

/** The elements of a sequence. */
export function sequence(operator: string, value: Value, span: Span): readonly Stored[] {
  const item = value instanceof LazyFunction ? concrete(value, span) : value;
  return isTuple(item) ? item.items : fail(span, `${operator} needs a sequence, not ${show(value)}`);
}

function needInteger(operator: string, value: Value, span: Span): number {
  return typeof value === 'number' ? value : fail(span, `${operator} needs an integer, not ${show(value)}`);
}

export function length(value: Value, span: Span): number {
  return isString(value) ? textOf(value).length : sequence('Len', value, span).length;
}

/** `left \o right` */
export function concatenate(left: Value, right: Value, span: Span): Value {
  if (isString(left) && isString(right)) return stringItem(textOf(left) + textOf(right));
  return tupleOf([...sequence('\\o', left, span), ...sequence('\\o', right, span)]);
}

export function append(value: Value, last: Value, span: Span): Value {
  return tupleOf([...sequence('Append', value, span), concrete(last, span)]);
}

export function head(value: Value, span: Span): Value {
  if (isString(value) && textOf(value) !== '') return stringItem(textOf(value).charAt(0));
  const [first] = sequence('Head', value, span);
  return first ?? fail(span, 'the empty sequence has no Head');
}

export function tail(value: Value, span: Span): Value {
  if (isString(value) && textOf(value) !== '') return stringItem(textOf(value).slice(1));
  const items = sequence('Tail', value, span);
  return items.length > 0 ? tupleOf(items.slice(1)) : fail(span, 'the empty sequence has no Tail');
}

export function subSequence(value: Value, from: Value, to: Value, span: Span): Value {
  const text = isString(value) ? textOf(value) : undefined;
  const items = text === undefined ? sequence('SubSeq', value, span) : text;
  const start = needInteger('SubSeq', from, span);
  const end = needInteger('SubSeq', to, span);
  if (start <= end && (start < 1 || end > items.length)) {
    fail(span, `SubSeq from ${start} to ${end} is outside ${show(value)}`);
  }
  const part = start > end ? items.slice(0, 0) : items.slice(start - 1, end);
  return typeof part === 'string' ? stringItem(part) : tupleOf(part);
}

/** `SelectSeq(s, Test)` @public */
export function select(value: Value, test: (element: Value) => boolean, span: Span): Value {
  const items = isString(value)
    ? textOf(value).split('').map(stringItem)
    : sequence('SelectSeq', value, span);
  return tupleOf(items.filter(test));
}

/** `Seq(base)` */
export function sequencesOver(base: Value, span: Span): Value {
  const set = needSet('Seq', base, span);
  const name = (): string => `Seq(${show(set)})`;
  return new LazySet(
    name,
    () => Infinity,
    (value) => {
      const item = value instanceof LazyFunction ? concrete(value, here()) : value;
      if (!isTuple(item)) fail(here(), `${show(item)} cannot be compared with the elements of ${name()}`);
      return sequence('Seq', item, here()).every((element) => isIn(element, set, here()));
    },
    undefined,
  );
}

const stringName = (): string => 'STRING';

export const strings: LazySet = new LazySet(
  stringName,
  () => Infinity,
  (value) => !isOther(value, isString(value), stringName),
  undefined,
);
