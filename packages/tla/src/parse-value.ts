import { functionOf, recordOf, setOf } from './build.js';
import { type Cursor, placeAt, skipBlanks, take, unexpected } from './cursor.js';
import { InputError, type Place } from './error.js';
import {
  type Budget,
  expandFunctions,
  expandProduct,
  expandRange,
  expandRecords,
  expandSubsets,
  newBudget,
} from './expand.js';
import { key } from './key.js';
import type { ValueEntry } from './memo.js';
import { readName } from './names.js';
import { findPart, isBracket, keepPart, measure, type Span } from './parts.js';
import { readInteger, readString } from './scalar.js';
import { set, TlaSet } from './set.js';
import type { TlaRecord, TlaValue } from './value.js';

/** How deep a value may be nested. No state is; a text of a million brackets would overflow the stack. */
export const deepest = 500;

/** How deep parts of a value are looked up among those read before. */
const deepestKept = 100;

/** A text from which values are read. */
export interface ValueCursor extends Cursor {
  depth: number;
  readonly budget: Budget;
  /** For {@link measure}. */
  readonly span: Span;
}

/** A cursor at the beginning of a text. */
export function valueCursor(text: string, place: Place = {}): ValueCursor {
  return { text, at: 0, place, depth: 0, budget: newBudget(), span: { end: 0, hash: 0 } };
}

/**
 * Reads one value as TLC prints it, over several lines if need be. Identifiers are model values; sets that
 * TLC leaves unevaluated (`SUBSET S`, `[S -> T]`, `S \X T`, `[f: S]`) become ordinary sets.
 *
 * @param place where the text begins, for messages
 * @throws InputError at the line and column that cannot be read; if nested deeper than 500; if such a set is
 *   too large
 */
export function parseValue(text: string, place: Place = {}): TlaValue {
  return wholeValue(valueCursor(text, place));
}

/** Reads a value that must be all of the text. */
export function wholeValue(cursor: ValueCursor): TlaValue {
  const value = readValue(cursor);
  if (!Number.isNaN(skipBlanks(cursor))) throw unexpected(cursor, 'the end of the value');
  return value;
}

/** Reads the value that follows, and stops behind it. */
export function readValue(cursor: ValueCursor): TlaValue {
  const c = skipBlanks(cursor);
  if (c === 34) return readString(cursor);
  if (c === 45 || (c >= 48 && c <= 57)) return readNumber(cursor);
  cursor.depth += 1;
  if (cursor.depth > deepest) {
    const message = `The value is nested deeper than ${deepest} levels.`;
    throw new InputError('too-deep', message, placeAt(cursor.text, cursor.at, cursor.place));
  }
  const value = readCompound(cursor, c);
  cursor.depth -= 1;
  return value;
}

function readCompound(cursor: ValueCursor, c: number): TlaValue {
  const start = cursor.at;
  switch (c) {
    case 123: // {
      cursor.at += 1;
      return readBraces(cursor);
    case 60: // <
      if (!take(cursor, '<<')) throw unexpected(cursor, 'a value');
      return readTuple(cursor);
    case 91: // [
      cursor.at += 1;
      return readSquare(cursor, start);
    case 40: // (
      cursor.at += 1;
      return readRound(cursor, start);
    default:
      return readWord(cursor, start);
  }
}

function readWord(cursor: ValueCursor, start: number): TlaValue {
  const name = readName(cursor);
  if (name === undefined) throw unexpected(cursor, 'a value');
  switch (name.text) {
    case 'TRUE':
      return true;
    case 'FALSE':
      return false;
    case 'BOOLEAN':
      return set([false, true]);
    case 'SUBSET': {
      const of = readSet(cursor);
      return bounded(cursor, start, () => expandSubsets(of, cursor.budget));
    }
    default:
      return name.modelValue;
  }
}

function readNumber(cursor: ValueCursor): TlaValue {
  const start = cursor.at;
  const low = readInteger(cursor);
  if (low === undefined || !take(cursor, '..')) return low ?? readWord(cursor, start);
  const high = readInteger(cursor);
  if (high === undefined) throw unexpected(cursor, 'an integer');
  return bounded(cursor, start, () => expandRange(low, high, cursor.budget));
}

/** What follows `[`: a record, a set of records or a set of functions. */
function readSquare(cursor: ValueCursor, start: number): TlaValue {
  skipBlanks(cursor);
  const first = cursor.at;
  const name = readName(cursor);
  if (name !== undefined) {
    const c = skipBlanks(cursor);
    if (c === 124 && take(cursor, '|->')) return readRecord(cursor, name.text);
    if (takeOne(cursor, c, 58)) {
      const fields = readFieldSets(cursor, name.text);
      return bounded(cursor, start, () => expandRecords(fields, cursor.budget));
    }
    cursor.at = first;
  }
  const domain = readSet(cursor);
  expect(cursor, '->');
  const range = readSet(cursor);
  expect(cursor, ']');
  return bounded(cursor, start, () => expandFunctions(domain, range, cursor.budget));
}

/** `value, name |-> value, … ]` behind the first field's arrow. */
function readRecord(cursor: ValueCursor, first: string): TlaRecord {
  const names: string[] = [first];
  const values: TlaValue[] = [];
  for (;;) {
    values.push(readValue(cursor));
    if (takeOne(cursor, skipBlanks(cursor), 93)) break;
    names.push(nextField(cursor));
    expect(cursor, '|->');
  }
  const record = recordOf(names, values);
  if (record === undefined) throw unexpected(cursor, 'each field once before this');
  return record;
}

/** `set, name: set, … ]` behind the first field's colon. */
function readFieldSets(cursor: ValueCursor, first: string): [string, TlaSet<TlaValue>][] {
  const fields: [string, TlaSet<TlaValue>][] = [];
  let name = first;
  for (;;) {
    fields.push([name, readSet(cursor)]);
    if (takeOne(cursor, skipBlanks(cursor), 93)) return fields;
    name = nextField(cursor);
    expect(cursor, ':');
  }
}

function nextField(cursor: ValueCursor): string {
  if (!takeOne(cursor, skipBlanks(cursor), 44)) throw unexpected(cursor, '","');
  skipBlanks(cursor);
  const name = readName(cursor);
  if (name === undefined) throw unexpected(cursor, 'a field');
  return name.text;
}

/** What follows `(`: a function, a product of sets, or a value that stands in parentheses. */
function readRound(cursor: ValueCursor, start: number): TlaValue {
  const first = readValue(cursor);
  if (takeOne(cursor, skipBlanks(cursor), 41)) return first;
  if (take(cursor, ':>')) return readPairs(cursor, first);
  const factors = [asSet(cursor, start + 1, first)];
  do {
    expect(cursor, '\\X');
    factors.push(readSet(cursor));
    skipBlanks(cursor);
  } while (!take(cursor, ')'));
  return bounded(cursor, start, () => expandProduct(factors, cursor.budget));
}

/** `value @@ argument :> value … )` behind the first argument's arrow. */
function readPairs(cursor: ValueCursor, first: TlaValue): TlaValue {
  const domain: ValueEntry[] = [];
  const values: TlaValue[] = [];
  let argument = first;
  for (;;) {
    domain.push(entryOf(argument));
    values.push(readPart(cursor));
    if (takeOne(cursor, skipBlanks(cursor), 41)) return functionOf(domain, values);
    expect(cursor, '@@');
    argument = readValue(cursor);
    expect(cursor, ':>');
  }
}

/** Whether the character here, which is `c`, is the one wanted. If so, it is passed over. */
function takeOne(cursor: ValueCursor, c: number, wanted: number): boolean {
  if (c !== wanted) return false;
  cursor.at += 1;
  return true;
}

function readSet(cursor: ValueCursor): TlaSet<TlaValue> {
  skipBlanks(cursor);
  const { at } = cursor;
  return asSet(cursor, at, readValue(cursor));
}

function asSet(cursor: ValueCursor, at: number, value: TlaValue): TlaSet<TlaValue> {
  if (value instanceof TlaSet) return value;
  throw unexpected({ ...cursor, at }, 'a set');
}

function expect(cursor: ValueCursor, text: string): void {
  skipBlanks(cursor);
  if (!take(cursor, text)) throw unexpected(cursor, `"${text}"`);
}

/** Runs an expansion, and adds the place to what it refuses. */
function bounded(cursor: ValueCursor, at: number, expansion: () => TlaSet<TlaValue>): TlaSet<TlaValue> {
  try {
    return expansion();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, error.message, placeAt(cursor.text, at, cursor.place));
  }
}

/** What follows `{`: the elements of a set. */
function readBraces(cursor: ValueCursor): TlaSet<TlaValue> {
  const entries: ValueEntry[] = [];
  if (takeOne(cursor, skipBlanks(cursor), 125)) return setOf(entries);
  do entries.push(readEntry(cursor));
  while (another(cursor, '}'));
  return setOf(entries);
}

/** What follows `<<`: the elements of a tuple. */
function readTuple(cursor: ValueCursor): readonly TlaValue[] {
  const elements: TlaValue[] = [];
  skipBlanks(cursor);
  if (take(cursor, '>>')) return elements;
  do elements.push(readPart(cursor));
  while (another(cursor, '>>'));
  return elements;
}

/** Whether a comma follows, and so another element, or the closing bracket. */
function another(cursor: ValueCursor, close: '}' | '>>'): boolean {
  const c = skipBlanks(cursor);
  if (takeOne(cursor, c, 44)) return true;
  if (c === close.charCodeAt(0) && take(cursor, close)) return false;
  throw unexpected(cursor, `"," or "${close}"`);
}

/** A value and its key; those of a value of the same text that was read before, if it is still at hand. */
function readEntry(cursor: ValueCursor): ValueEntry {
  skipBlanks(cursor);
  const { text, at, span } = cursor;
  // So far down, a value that is at hand must be refused as it would be when it is read.
  if (cursor.depth > deepestKept || !measure(text, at, span)) return entryOf(readValue(cursor));
  const { end, hash } = span;
  const known = findPart(text, at, span);
  if (known !== undefined) {
    cursor.at = end;
    return known;
  }
  const { elements } = cursor.budget;
  const entry = entryOf(readValue(cursor));
  // Only what the text says literally: a set that was expanded has its price each time.
  if (cursor.at === end && elements === cursor.budget.elements) keepPart(text.slice(at, end), entry, hash);
  return entry;
}

/** A value that may be one read before. Numbers, strings and names are not looked for. */
function readPart(cursor: ValueCursor): TlaValue {
  return isBracket(skipBlanks(cursor)) ? readEntry(cursor).value : readValue(cursor);
}

function entryOf(value: TlaValue): ValueEntry {
  return { value, key: key(value) };
}
