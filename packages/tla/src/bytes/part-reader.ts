import { functionOf, rankedSetOf } from '../build.js';
import { unescapeLabel } from '../dot-label.js';
import { key } from '../key.js';
import type { ValueEntry } from '../memo.js';
import { valueCursor, wholeValue } from '../parse-value.js';
import { hashOfKey, type TlaSet } from '../set.js';
import type { TlaValue } from '../value.js';
import { strictDecoder } from './blocks.js';
import { ByteTable } from './byte-table.js';
import { Ranks } from './ranks.js';
import { type Part, scanPart, skipLabelBlanks } from './scan-part.js';

/** A value, its key, and what it adds to the hash of a set. */
export interface HashedEntry extends ValueEntry {
  readonly hash: number;
  /** Where it stands among all entries that were ranked; NaN if it was not. */
  rank: number;
}

/** Longer parts hardly ever occur twice. */
const longest = 512;

/** How deep sets and functions may stand in each other that are not read as one part. */
const deepest = 20;

/**
 * Reads the values of labels from their bytes. The states of an export are made of the same messages and votes again
 * and again: each such part is decoded and parsed once, and a set of them is put together without a string being made.
 */
export class PartReader {
  /** Where the value that was read last ends. */
  end = 0;
  readonly #table = new ByteTable();
  readonly #entries: HashedEntry[] = [];
  /** For each part, the number of the one that was read after it. */
  readonly #guesses: number[] = [];
  #last = 0;
  readonly #ranks = new Ranks<HashedEntry>();
  readonly #decode = strictDecoder();
  readonly #part: Part = { end: 0, hash: 0 };

  /** The set or function that begins at `at`; undefined if it is to be read otherwise. */
  compound(bytes: Uint8Array, at: number, limit: number, depth = 0): TlaValue | undefined {
    if (depth > deepest) return undefined;
    if (bytes[at] === 123) return this.#set(bytes, at, limit, depth);
    return bytes[at] === 40 ? this.#function(bytes, at, limit, depth) : undefined;
  }

  /** What a text of a label says, if it is UTF-8, its escapes are known and it is a value that is said literally. */
  parse(bytes: Uint8Array, start: number, end: number): HashedEntry | undefined {
    const raw = this.#decode(bytes.subarray(start, end));
    const text = raw === undefined ? undefined : unescapeLabel(raw);
    if (text === undefined) return undefined;
    const cursor = valueCursor(text);
    const { elements } = cursor.budget;
    try {
      const value = wholeValue(cursor);
      // A set that was expanded has its price each time.
      return cursor.budget.elements === elements ? entryOf(value) : undefined;
    } catch {
      // It is read again where its place is known.
      return undefined;
    }
  }

  #set(bytes: Uint8Array, start: number, limit: number, depth: number): TlaSet<TlaValue> | undefined {
    const entries: HashedEntry[] = [];
    let at = skipLabelBlanks(bytes, start + 1);
    if (bytes[at] !== 125) {
      for (;;) {
        const entry = this.#entry(bytes, at, limit, depth);
        if (entry === undefined) return undefined;
        entries.push(entry);
        at = skipLabelBlanks(bytes, this.end);
        if (bytes[at] === 125) break;
        if (bytes[at] !== 44) return undefined;
        at = skipLabelBlanks(bytes, at + 1);
      }
    }
    this.end = at + 1;
    return rankedSetOf(entries);
  }

  /** `(argument :> value @@ argument :> value)` */
  #function(bytes: Uint8Array, start: number, limit: number, depth: number): TlaValue | undefined {
    const domain: HashedEntry[] = [];
    const values: TlaValue[] = [];
    let at = skipLabelBlanks(bytes, start + 1);
    for (;;) {
      const argument = this.#entry(bytes, at, limit, depth);
      if (argument === undefined) return undefined;
      at = skipLabelBlanks(bytes, this.end);
      if (bytes[at] !== 58 || bytes[at + 1] !== 62) return undefined;
      const value = this.#entry(bytes, skipLabelBlanks(bytes, at + 2), limit, depth);
      if (value === undefined) return undefined;
      domain.push(argument);
      values.push(value.value);
      at = skipLabelBlanks(bytes, this.end);
      if (bytes[at] === 41) break;
      if (bytes[at] !== 64 || bytes[at + 1] !== 64) return undefined;
      at = skipLabelBlanks(bytes, at + 2);
    }
    this.end = at + 1;
    return functionOf(domain, values);
  }

  #entry(bytes: Uint8Array, at: number, limit: number, depth: number): HashedEntry | undefined {
    // What stood behind the last part before, if it ends by itself.
    const guess = this.#guesses[this.#last] ?? -1;
    const guessed = guess < 0 ? -1 : this.#table.endOf(guess, bytes, at);
    if (guessed >= 0 && isClosing(bytes[guessed - 1] as number)) {
      this.end = guessed;
      this.#last = guess;
      return this.#entries[guess];
    }
    const part = this.#part;
    if (!scanPart(bytes, at, Math.min(limit, at + longest), part)) return this.#long(bytes, at, limit, depth);
    const { end, hash } = part;
    const known = this.#table.find(bytes, at, end, hash);
    this.end = end;
    if (known >= 0) {
      this.#guesses[this.#last] = known;
      this.#last = known;
      return this.#entries[known];
    }
    const entry = this.parse(bytes, at, end);
    if (entry === undefined) return undefined;
    if (this.#table.add(bytes, at, end, hash) >= 0) {
      this.#entries.push(this.#ranks.add(entry));
      this.#guesses.push(-1);
    }
    this.end = end;
    return entry;
  }

  #long(bytes: Uint8Array, at: number, limit: number, depth: number): HashedEntry | undefined {
    const value = this.compound(bytes, at, limit, depth + 1);
    return value === undefined ? undefined : entryOf(value);
  }
}

/** Whether a part that ends with this byte ends there whatever follows: it begins with a bracket. */
function isClosing(c: number): boolean {
  return c === 93 || c === 125 || c === 41 || c === 62;
}

/** A value with its key and hash. */
function entryOf(value: TlaValue): HashedEntry {
  const text = key(value);
  return { value, key: text, hash: hashOfKey(text), rank: Number.NaN };
}
