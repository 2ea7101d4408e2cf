import {
  isTuple,
  mapping,
  modelValue,
  nameOf,
  set,
  TlaFunction,
  type TlaRecord,
  TlaSet,
  type TlaValue,
} from '@synod/tla';
import type { Span } from '../../parse/syntax.js';
import { functionOn, recordShape, tupleOf } from './functions.js';
import { concrete } from './lazy.js';
import { setOf } from './set.js';
import { fail } from './show.js';
import { internFunction, modelItem, store, stringItem, textOf } from './store.js';
import { type Item, MODEL, RECORD, SET, STRING, type Stored, TUPLE, type Value } from './value.js';

/** The place of what no text stands for. */
export const nowhere: Span = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, text: '' };

/** A value of `@synod/tla`, interned. @throws EvaluationError if its integers or its elements are none that TLC has */
export function fromTla(value: TlaValue, span: Span = nowhere): Stored {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return stringItem(value);
  if (typeof value === 'symbol') return modelItem(nameOf(value));
  if (typeof value === 'number' || typeof value === 'bigint') return integerOf(value, span);
  if (value instanceof TlaSet)
    return setOf(
      value.elements.map((element) => fromTla(element, span)),
      span,
    );
  if (isTuple(value)) return tupleOf(value.map((element) => fromTla(element, span)));
  if (value instanceof TlaFunction) {
    const given = new Map(
      value.domain.map((argument, index) => [
        fromTla(argument, span),
        fromTla(value.values[index] as TlaValue, span),
      ]),
    );
    const domain = setOf([...given.keys()], span);
    return functionOn(
      domain,
      domain.items.map((argument) => given.get(argument) as Stored),
      span,
    );
  }
  const record: TlaRecord = value;
  const names = Object.keys(record);
  const { shape, order } = recordShape(names.map(stringItem));
  return internFunction(
    shape,
    order.map((index) => fromTla(record[names[index] as string] as TlaValue, span)),
  );
}

function integerOf(value: number | bigint, span: Span): number {
  const integer = Number(value);
  if (integer >= -0x80000000 && integer <= 0x7fffffff) return integer;
  return fail(span, `${value} is beyond 32 bits, which TLC's integers have`);
}

/** The value as the rest of Synod has it. */
export function toTla(value: Value, span: Span = nowhere): TlaValue {
  const stored = concrete(value, span);
  if (typeof stored !== 'object') return stored;
  return (store.decoded[stored.id] ??= decode(stored)) as TlaValue;
}

function decode(item: Item): TlaValue {
  if (item.kind === STRING) return textOf(item);
  if (item.kind === MODEL) return modelValue(textOf(item));
  const items = item.items.map((element) => toTla(element));
  if (item.kind === SET) return set(items);
  const { domain, kind } = item.shape;
  if (kind === TUPLE) return items;
  if (kind === RECORD)
    return recordOf(
      domain.map((name) => textOf(name as Item)),
      items,
    );
  return mapping(domain.map((argument, index) => [toTla(argument), items[index] as TlaValue]));
}

/** A record's fields are its own, also one of the name `__proto__`. */
function recordOf(names: readonly string[], values: readonly TlaValue[]): TlaRecord {
  return Object.fromEntries(names.map((name, index) => [name, values[index] as TlaValue]));
}
