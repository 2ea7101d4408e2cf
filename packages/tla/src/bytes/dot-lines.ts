import { action } from '../dot-graph.js';
import { unescapeLabel } from '../dot-label.js';
import { statementReader } from '../dot-statement.js';
import type { DotEdgeKind } from '../dot-types.js';
import { strictDecoder } from './blocks.js';
import { ByteTable } from './byte-table.js';
import { type IdTable, restOf } from './id-table.js';
import type { LabelReader } from './label-reader.js';

const newline = 10;

/** What stands behind the states of an edge. */
export interface EdgeTail {
  readonly label: string | undefined;
  readonly kind: DotEdgeKind;
}

/** What stands behind the label of a node. */
export interface NodeTail {
  readonly initial: boolean;
  readonly outside: boolean;
}

/** What is done with the lines that are read from their bytes. */
export interface LineSink {
  node(node: number, tail: NodeTail): void;
  edge(from: number, to: number, tail: EdgeTail): void;
}

const arrow = [32, 45, 62, 32]; // ` -> `
const label = [32, 91, 108, 97, 98, 101, 108, 61, 34]; // ` [label="`
const tooltip = [34, 44, 116, 111, 111, 108, 116, 105, 112, 61, 34]; // `",tooltip="`

/**
 * Reads lines of a graph from their bytes, where they are such as TLC writes for every state and step. What is new in
 * them, such as a label, is read as text once. Any other line is left to whoever reads text: nothing has then happened.
 */
export class DotLines {
  readonly #ids: IdTable;
  readonly #states: LabelReader;
  readonly #sink: LineSink;
  readonly #edges = new Tails((text) => {
    const read = this.#statement(`0 -> 0${text}`, 0, text.length + 6);
    if (read.type !== 'edge') return undefined;
    const raw = read.label === undefined ? undefined : unescapeLabel(read.label);
    return raw === undefined && read.label !== undefined ? undefined : action(raw, read.stuttering);
  });
  readonly #nodes = new Tails((text) => {
    const read = this.#statement(`0 [label="${text}`, 0, text.length + 10);
    return read.type === 'node' && read.tooltip === undefined ? read : undefined;
  });
  readonly #statement = statementReader();
  readonly #from = nothingSeen();
  readonly #to = nothingSeen();
  #at = 0;

  constructor(ids: IdTable, states: LabelReader, sink: LineSink) {
    this.#ids = ids;
    this.#states = states;
    this.#sink = sink;
  }

  /** Reads the line that begins at `start`. Returns where the next one begins; -1 if this one is to be read as text. */
  read(bytes: Uint8Array, start: number): number {
    this.#at = start;
    const from = this.#id(bytes);
    if (from < 0) return -1;
    this.#keep(bytes, start, from, this.#from);
    if (take(bytes, this.#at, arrow)) {
      this.#at += arrow.length;
      const second = this.#at;
      const to = this.#id(bytes);
      if (to < 0) return -1;
      this.#keep(bytes, second, to, this.#to);
      return this.#edge(bytes, from, to);
    }
    if (!take(bytes, this.#at, label)) return -1;
    const first = this.#at + label.length;
    let quote = this.#states.read(bytes, first, bytes.length);
    if (quote < 0) return -1;
    if (take(bytes, quote, tooltip)) {
      const again = quote + tooltip.length;
      const end = again + quote - first;
      // What is no state but an ALIAS has another text.
      for (let i = first, j = again; j <= end; i++, j++) if (bytes[i] !== bytes[j]) return -1;
      quote = end;
    }
    const tail = this.#nodes.read(bytes, quote);
    if (tail === undefined) return -1;
    this.#sink.node(from, tail);
    return this.#nodes.next;
  }

  #edge(bytes: Uint8Array, from: number, to: number): number {
    const tail = this.#edges.read(bytes, this.#at);
    if (tail === undefined) return -1;
    this.#sink.edge(from, to, tail);
    return this.#edges.next;
  }

  /** The number of the id that stands there; -1 if there is none. */
  #id(bytes: Uint8Array): number {
    const start = this.#at;
    // Most lines name a state that the line before has named.
    const again = this.#recent(bytes, start, this.#from) ?? this.#recent(bytes, start, this.#to);
    if (again !== undefined) return again;
    let at = start;
    const negative = bytes[at] === 45;
    if (negative) at += 1;
    let first = 0;
    let second = 0;
    let last = 0;
    let digits = 0;
    for (; digits < 20; digits++, at++) {
      const digit = (bytes[at] as number) - 48;
      // Not so at the end of the bytes either.
      if (!(digit >= 0 && digit <= 9)) break;
      if (digits < 9) first = (first * 10 + digit) | 0;
      else if (digits < 18) second = (second * 10 + digit) | 0;
      else last = digit;
    }
    if (digits === 0 || digits > 19) return -1;
    this.#at = at;
    return this.#ids.number(first, second, restOf(last, digits, negative));
  }

  #recent(bytes: Uint8Array, at: number, seen: Seen): number | undefined {
    const { length } = seen;
    if (length === 0) return undefined;
    // Most ids differ in their last digits.
    for (let i = length - 1; i >= 0; i--) if (bytes[at + i] !== seen.bytes[i]) return undefined;
    const next = bytes[at + length] as number;
    if (next >= 48 && next <= 57) return undefined;
    this.#at = at + length;
    return seen.node;
  }

  /** Remembers the id that stands from `start` to where the line has been read. */
  #keep(bytes: Uint8Array, start: number, node: number, seen: Seen): void {
    if (seen.node === node) return;
    const length = this.#at - start;
    for (let i = 0; i < length; i++) seen.bytes[i] = bytes[start + i] as number;
    seen.length = length;
    seen.node = node;
  }
}

/** An id that was read before. */
interface Seen {
  readonly bytes: Uint8Array;
  length: number;
  node: number;
}

function nothingSeen(): Seen {
  return { bytes: new Uint8Array(20), length: 0, node: -1 };
}

function take(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
  for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false;
  return true;
}

/** The ends of lines: few different ones occur in a file, and each is read as text once. */
class Tails<T> {
  /** Where the line behind the end that was read begins. */
  next = 0;
  readonly #table = new ByteTable(8 * 1024 * 1024);
  readonly #known: (T | undefined)[] = [];
  /** For each end, the number of the one that stood on the line after it. */
  readonly #guesses: number[] = [];
  #last = 0;
  readonly #decode = strictDecoder();
  readonly #read: (text: string) => T | undefined;

  constructor(read: (text: string) => T | undefined) {
    this.#read = read;
  }

  /** The end of a line that begins at `at`; undefined if it is none that is known here. */
  read(bytes: Uint8Array, at: number): T | undefined {
    const guess = this.#guesses[this.#last] ?? -1;
    const guessed = guess < 0 ? -1 : this.#table.endOf(guess, bytes, at);
    if (guessed >= 0 && bytes[guessed] === newline) {
      this.next = guessed + 1;
      this.#last = guess;
      return this.#known[guess];
    }
    let hash = 0;
    let end = at;
    for (let c = bytes[end]; c !== newline; c = bytes[++end]) {
      if (c === undefined) return undefined;
      hash = (Math.imul(hash, 31) + c) | 0;
    }
    this.next = end + 1;
    const number = this.#table.find(bytes, at, end, hash);
    if (number < 0) return this.#learn(bytes, at, end, hash);
    this.#guesses[this.#last] = number;
    this.#last = number;
    return this.#known[number];
  }

  #learn(bytes: Uint8Array, at: number, end: number, hash: number): T | undefined {
    const text = this.#decode(bytes.subarray(at, end));
    const tail = text === undefined ? undefined : this.#read(text.endsWith('\r') ? text.slice(0, -1) : text);
    if (this.#table.add(bytes, at, end, hash) < 0) return tail;
    this.#known.push(tail);
    this.#guesses.push(-1);
    return tail;
  }
}
