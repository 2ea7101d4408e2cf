import { nameOf, type TlaRecord, type TlaValue } from './value.js';

/** A value that knows its own key: a set or a function. A class, so that a record with a field `key` is not one. */
export abstract class Keyed {
  abstract get key(): string;
}

/**
 * The canonical form of a value, as TLA+ text: two values are equal exactly when their keys are the same
 * string. Elements, fields and arguments are sorted, a function on 1..n is a tuple, one on strings a record.
 */
export function key(value: TlaValue): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'object') {
    if (value instanceof Keyed) return value.key;
    return isTuple(value) ? tupleKey(value) : recordKey(value);
  }
  if (typeof value === 'symbol') return nameOf(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

/** Array.isArray, which does not narrow readonly arrays by itself. */
export function isTuple(value: unknown): value is readonly TlaValue[] {
  return Array.isArray(value);
}

/** Whether two values are equal in TLA+. */
export function equal(left: TlaValue, right: TlaValue): boolean {
  return left === right || key(left) === key(right);
}

/** The order in which elements, fields and arguments stand in a key: numbers by size, all else by their text. */
export function compareByKey(left: TlaValue, leftKey: string, right: TlaValue, rightKey: string): number {
  const leftIsNumber = typeof left === 'number' || typeof left === 'bigint';
  const rightIsNumber = typeof right === 'number' || typeof right === 'bigint';
  if (leftIsNumber && rightIsNumber) return left < right ? -1 : left > right ? 1 : 0;
  if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1;
  return leftKey < rightKey ? -1 : leftKey > rightKey ? 1 : 0;
}

const identifier = /^(?=[0-9_]*[A-Za-z])[A-Za-z0-9_]+$/;

/** The key of a tuple with these elements. */
function tupleKey(elements: readonly TlaValue[]): string {
  let text = '<<';
  for (let i = 0; i < elements.length; i++) {
    text += (i === 0 ? '' : ', ') + key(elements[i] as TlaValue);
  }
  return `${text}>>`;
}

function recordKey(record: TlaRecord): string {
  const { names, plain } = fieldsOf(record);
  if (names.length === 0) return '<<>>';
  if (!plain) return mapKey(names.map((name) => [quote(name), key(record[name] as TlaValue)]));
  let text = '[';
  for (const name of names) {
    text += `${text.length === 1 ? '' : ', '}${name} |-> ${key(record[name] as TlaValue)}`;
  }
  return `${text}]`;
}

interface Fields {
  /** Sorted. */
  readonly names: readonly string[];
  /** Whether all of them can be written as fields. */
  readonly plain: boolean;
}

/** The fields of records, by their names in the order in which a record has them: there are few kinds of records. */
const kinds = new Map<string, Fields>();
const mostKinds = 1000;

function fieldsOf(record: TlaRecord): Fields {
  const written = Object.keys(record);
  const kind = written.join('\0');
  const known = kinds.get(kind);
  // A name may itself have the character that joins them.
  if (known !== undefined && known.names.length === written.length) return known;
  const names = written.toSorted();
  const fields = { names, plain: names.every((name) => identifier.test(name)) };
  if (fields.plain && kinds.size < mostKinds) kinds.set(kind, fields);
  return fields;
}

/**
 * The key of a function given by its arguments, sorted, and their values. Decides whether it is a tuple, a
 * record or neither.
 */
export function functionKey(domain: readonly TlaValue[], values: readonly TlaValue[]): string {
  if (domain.every((argument, index) => argument === index + 1)) return tupleKey(values);
  if (domain.every((argument) => typeof argument === 'string')) {
    return recordKey(Object.fromEntries(domain.map((name, index) => [name, values[index] as TlaValue])));
  }
  return mapKey(domain.map((argument, index) => [key(argument), key(values[index] as TlaValue)]));
}

function mapKey(pairs: readonly (readonly [string, string])[]): string {
  return `(${pairs.map(([argument, value]) => `${argument} :> ${value}`).join(' @@ ')})`;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

/** A string as TLA+ writes it. */
export function quote(text: string): string {
  // Hardly any string needs an escape, and this is on the path of every state.
  return /["\\\t\n\f\r]/.test(text)
    ? `"${text.replace(/["\\\t\n\f\r]/g, (c) => escapes[c] ?? c)}"`
    : `"${text}"`;
}
