import { type Cursor, placeAt, skipBlanks, take, unexpected, word } from './cursor.js';
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
import { mapping } from './function.js';
import { compareByKey, key } from './key.js';
import type { Memo, ValueEntry } from './memo.js';
import { set, TlaSet } from './set.js';
import { readInteger, readString } from './scalar.js';
import { skim } from './skim.js';
import { modelValue, type TlaRecord, type TlaValue } from './value.js';

/** How deep a value may be nested. No state is; a text of a million brackets would overflow the stack. */
export const deepest = 500;

/** At which depth parts of a value are looked up among those read before. Deeper ones are small. */
const deepestRemembered = 3;

/** A text from which values are read. */
export interface ValueCursor extends Cursor {
  depth: number;
  readonly budget: Budget;
  /** Values read before, if they are to be remembered. */
  readonly memo: Memo | undefined;
}

/** A cursor at the beginning of a text. */
export function valueCursor(text: string, place: Place = {}, memo?: Memo): ValueCursor {
  return { text, at: 0, place, depth: 0, budget: newBudget(), memo };
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
      return setOf(readElements(cursor, '}'));
    case 60: // <
      if (!take(cursor, '<<')) throw unexpected(cursor, 'a value');
      return readElements(cursor, '>>').map((entry) => entry.value);
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
  const name = word(cursor);
  switch (name) {
    case '':
      throw unexpected(cursor, 'a value');
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
      return modelValue(name);
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
  const name = word(cursor);
  if (name !== '') {
    skipBlanks(cursor);
    if (take(cursor, '|->')) return readRecord(cursor, name);
    if (take(cursor, ':')) {
      const fields = readFieldSets(cursor, name);
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
  const fields: [string, TlaValue][] = [];
  let name = first;
  for (;;) {
    fields.push([name, readValue(cursor)]);
    skipBlanks(cursor);
    if (take(cursor, ']')) return record(cursor, fields);
    name = nextField(cursor);
    expect(cursor, '|->');
  }
}

function record(cursor: ValueCursor, fields: readonly [string, TlaValue][]): TlaRecord {
  const result = Object.fromEntries(fields);
  if (Object.keys(result).length < fields.length) throw unexpected(cursor, 'each field once before this');
  return result;
}

/** `set, name: set, … ]` behind the first field's colon. */
function readFieldSets(cursor: ValueCursor, first: string): [string, TlaSet<TlaValue>][] {
  const fields: [string, TlaSet<TlaValue>][] = [];
  let name = first;
  for (;;) {
    fields.push([name, readSet(cursor)]);
    skipBlanks(cursor);
    if (take(cursor, ']')) return fields;
    name = nextField(cursor);
    expect(cursor, ':');
  }
}

function nextField(cursor: ValueCursor): string {
  expect(cursor, ',');
  skipBlanks(cursor);
  const name = word(cursor);
  if (name === '') throw unexpected(cursor, 'a field');
  return name;
}

/** What follows `(`: a function, a product of sets, or a value that stands in parentheses. */
function readRound(cursor: ValueCursor, start: number): TlaValue {
  const first = readValue(cursor);
  skipBlanks(cursor);
  if (take(cursor, ')')) return first;
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
  const pairs: [TlaValue, TlaValue][] = [];
  let argument = first;
  for (;;) {
    pairs.push([argument, readValue(cursor)]);
    skipBlanks(cursor);
    if (take(cursor, ')')) return mapping(pairs);
    expect(cursor, '@@');
    argument = readValue(cursor);
    expect(cursor, ':>');
  }
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

/** The values between here and a closing bracket, with their keys. */
function readElements(cursor: ValueCursor, close: '}' | '>>'): ValueEntry[] {
  const entries: ValueEntry[] = [];
  skipBlanks(cursor);
  if (take(cursor, close)) return entries;
  for (;;) {
    entries.push(readEntry(cursor));
    const c = skipBlanks(cursor);
    if (c === 44) cursor.at += 1;
    else if (take(cursor, close)) return entries;
    else throw unexpected(cursor, `"," or "${close}"`);
  }
}

/** A value and its key: from those remembered, if its very text has been read before. */
function readEntry(cursor: ValueCursor): ValueEntry {
  skipBlanks(cursor);
  const { text, at, memo } = cursor;
  const end = memo === undefined || cursor.depth > deepestRemembered ? -1 : skim(text, at, text.length);
  if (memo === undefined || end < 0) return entryOf(readValue(cursor));
  const slice = text.slice(at, end);
  const known = memo.get(slice);
  if (known !== undefined) {
    cursor.at = end;
    return known;
  }
  const entry = entryOf(readValue(cursor));
  if (cursor.at === end) memo.put(slice, entry);
  return entry;
}

function entryOf(value: TlaValue): ValueEntry {
  return { value, key: key(value) };
}

function setOf(entries: ValueEntry[]): TlaSet<TlaValue> {
  let sorted = true;
  for (let i = 1; i < entries.length && sorted; i++) {
    sorted = inOrder(entries[i - 1] as ValueEntry, entries[i] as ValueEntry) < 0;
  }
  if (!sorted) {
    entries.sort(inOrder);
    const distinct = entries.filter((entry, index) => index === 0 || entries[index - 1]?.key !== entry.key);
    return new TlaSet(distinct.map(entryValue), distinct.map(entryKey));
  }
  return new TlaSet(entries.map(entryValue), entries.map(entryKey));
}

function inOrder(left: ValueEntry, right: ValueEntry): number {
  return compareByKey(left.value, left.key, right.value, right.key);
}

function entryValue(entry: ValueEntry): TlaValue {
  return entry.value;
}

function entryKey(entry: ValueEntry): string {
  return entry.key;
}
