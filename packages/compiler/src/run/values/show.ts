import { EvaluationError, quote } from '@synod/tla';
import { placeOf, type Span } from '../../parse/syntax.js';
import { textOf } from './store.js';
import { FUNCTION, Item, LazySet, MODEL, RECORD, SET, STRING, TUPLE, type Value } from './value.js';

/** Stops with an error of evaluation at a place. */
export function fail(span: Span, message: string): never {
  throw new EvaluationError(message, placeOf(span));
}

const limit = 200;

/** The beginning of a value's text, for a message. */
export function show(value: Value | undefined): string {
  const text = textOfValue(value, limit);
  return text.length > limit ? `${text.slice(0, limit)}...` : text;
}

function textOfValue(value: Value | undefined, room: number): string {
  if (value === undefined) return 'a variable that has no value yet';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  if (value instanceof LazySet) return value.name();
  if (!(value instanceof Item)) return 'a function';
  if (value.kind === STRING) return quote(textOf(value));
  if (value.kind === MODEL) return textOf(value);
  return compound(value, room);
}

function compound({ kind, items, shape }: Item, room: number): string {
  const parts: string[] = [];
  let left = room;
  for (const [index, item] of items.entries()) {
    if (left < 0) break;
    const text = textOfValue(item, left);
    const argument = shape.domain[index];
    const part =
      kind === SET || shape.kind === TUPLE || argument === undefined
        ? text
        : shape.kind === RECORD
          ? `${textOf(argument as Item)} |-> ${text}`
          : `${textOfValue(argument, left)} :> ${text}`;
    parts.push(part);
    left -= part.length;
  }
  if (kind === SET) return `{${parts.join(', ')}}`;
  if (kind === FUNCTION && shape.kind === TUPLE) return `<<${parts.join(', ')}>>`;
  return shape.kind === RECORD ? `[${parts.join(', ')}]` : `(${parts.join(' @@ ')})`;
}

/** What a value is, for a message. */
export function kindName(value: Value | undefined): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return 'integer';
  if (typeof value === 'boolean') return 'boolean';
  if (value instanceof LazySet) return 'set';
  if (!(value instanceof Item)) return 'function';
  return ['string', 'model value', 'set', 'function'][value.kind] as string;
}
