import type { Place } from '../error.js';
import { key } from '../key.js';
import { parseState } from '../parse-state.js';
import { hashOfKey, TlaSet } from '../set.js';
import { type StateReader, stateReader } from '../state-reader.js';
import type { TlaValue } from '../value.js';
import { ByteTable } from './byte-table.js';
import { PartReader } from './part-reader.js';
import { nextConjunct, type Part, scanValue } from './scan-part.js';

/** After so many values of a variable it is judged whether remembering them by their texts pays. */
const trial = 1024;

/** How many values of a variable are remembered by their texts. */
const mostBytes = 32 * 1024 * 1024;

/** What is known of a variable's values by the bytes they were read from. */
interface Column {
  readonly prefix: Uint8Array;
  /** The index of the variable. */
  readonly variable: number;
  readonly table: ByteTable;
  readonly values: TlaValue[];
  readonly hashes: number[];
  looked: number;
  met: number;
  useful: boolean;
  /** The number of the value met last. */
  last: number;
  /** For each value, the one that was met after it. */
  readonly next: number[];
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/**
 * Reads the states that labels say: from the bytes where a label is like the one before it, and as text otherwise.
 */
export class LabelReader {
  /** The values of the state read last, in the order of the variables. */
  values: readonly TlaValue[] = [];
  /** A hash of these values: the same whatever text they were read from. */
  hash = 0;
  readonly #reader: PartReader = new PartReader();
  readonly #part: Part = { end: 0, hash: 0 };
  #wanted: readonly string[] | undefined;
  #text: StateReader | undefined;
  #columns: readonly Column[] = [];

  /** @param variables in the order wanted; otherwise by their names */
  constructor(variables: readonly string[] | undefined) {
    this.#wanted = variables;
  }

  /** The variables: none before a state was read, unless they were given. */
  get variables(): readonly string[] {
    return this.#wanted ?? [];
  }

  /** Reads the label that begins at `at`. Returns the place of the quote behind it; -1 if it is to be read as text. */
  read(bytes: Uint8Array, at: number, limit: number): number {
    const columns = this.#columns;
    if (columns.length === 0) return -1;
    // A copy, which is as long as needed: all are replaced.
    const values = this.values.slice();
    let hash = 0;
    let from = at;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as Column;
      if (!startsWith(bytes, from, column.prefix)) return -1;
      from = this.#value(column, bytes, from + column.prefix.length, limit);
      if (from < 0) return -1;
      values[column.variable] = this.#found as TlaValue;
      hash = (hash + Math.imul(this.#foundHash, 2 * column.variable + 3)) | 0;
    }
    if (bytes[from] !== 34) return -1;
    this.values = values;
    this.hash = hash;
    return from;
  }

  #found: TlaValue | undefined;
  #foundHash = 0;

  #value(column: Column, bytes: Uint8Array, at: number, limit: number): number {
    if (!column.useful) {
      const value = this.#reader.compound(bytes, at, limit);
      const { end } = this.#reader;
      if (value !== undefined && endsValue(bytes, end)) return this.#is(value, end);
    }
    if (column.useful && column.last >= 0) {
      const end = this.#guessed(column, column.last, bytes, at);
      if (end >= 0) return end;
      const next = column.next[column.last] as number;
      const then = next === column.last ? -1 : this.#guessed(column, next, bytes, at);
      if (then >= 0) return then;
    }
    const part = this.#part;
    if (!scanValue(bytes, at, limit, part)) return -1;
    const { end, hash } = part;
    const known = column.useful ? column.table.find(bytes, at, end, hash) : -1;
    if (column.useful) judge(column, known >= 0);
    if (known >= 0) return this.#known(column, known, end);
    const compound = column.useful ? this.#reader.compound(bytes, at, limit) : undefined;
    const value =
      compound !== undefined && this.#reader.end === end
        ? compound
        : this.#reader.parse(bytes, at, end)?.value;
    if (value === undefined) return -1;
    this.#is(value, end);
    if (column.useful && column.table.add(bytes, at, end, hash) >= 0) {
      const number = column.values.push(value) - 1;
      column.hashes.push(this.#foundHash);
      column.next.push(number);
      return this.#known(column, number, end);
    }
    return end;
  }

  /** Where the value with a number ends if it stands there; else -1. */
  #guessed(column: Column, number: number, bytes: Uint8Array, at: number): number {
    const end = column.table.endOf(number, bytes, at);
    if (end < 0 || !endsValue(bytes, end)) return -1;
    judge(column, true);
    return this.#known(column, number, end);
  }

  #known(column: Column, number: number, end: number): number {
    this.#found = column.values[number];
    this.#foundHash = column.hashes[number] as number;
    if (column.last >= 0 && column.last !== number) column.next[column.last] = number;
    column.last = number;
    return end;
  }

  #is(value: TlaValue, end: number): number {
    this.#found = value;
    this.#foundHash = hashOfValue(value);
    return end;
  }

  /**
   * Reads a state from its text, and learns from it how labels look.
   *
   * @throws InputError for a state with other variables, or which cannot be read
   */
  readText(text: string, place: Place): void {
    if (this.#text === undefined) {
      this.#wanted ??= parseState(text, place)
        .map(({ name }) => name)
        .toSorted();
      this.#text = stateReader(this.#wanted);
    }
    const entries = this.#text.entries(text, place);
    this.values = entries.map(({ value }) => value);
    this.hash = 0;
    for (const [i, value] of this.values.entries()) {
      this.hash = (this.hash + Math.imul(hashOfValue(value), 2 * i + 3)) | 0;
    }
    const names = parseState(text, place).map(({ name }) => name);
    // Where states go on looking otherwise, what was learned is of no use.
    if (this.#columns.length === 0) this.#columns = columnsOf(names, this.#wanted ?? []);
  }
}

function columnsOf(names: readonly string[], variables: readonly string[]): readonly Column[] {
  const encoder = new TextEncoder();
  return names.map((name, i) => ({
    prefix: encoder.encode(names.length === 1 ? `${name} = ` : `${i === 0 ? '' : '\\n'}/\\\\ ${name} = `),
    variable: variables.indexOf(name),
    table: new ByteTable(mostBytes),
    values: [],
    hashes: [],
    looked: 0,
    met: 0,
    useful: true,
    last: -1,
    next: [],
  }));
}

function judge(column: Column, met: boolean): void {
  column.looked += 1;
  if (met) column.met += 1;
  if (column.looked < trial) return;
  column.useful = column.met * 2 >= trial;
  column.looked = 0;
  column.met = 0;
}

function hashOfValue(value: TlaValue): number {
  return value instanceof TlaSet ? value.hash : entryHash(value);
}

function startsWith(bytes: Uint8Array, at: number, start: Uint8Array): boolean {
  for (let i = 0; i < start.length; i++) if (bytes[at + i] !== start[i]) return false;
  return true;
}

function endsValue(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 34 || nextConjunct(bytes, at);
}

function entryHash(value: TlaValue): number {
  return hashOfKey(key(value));
}
