import { notUtf8 } from '../chunks.js';
import type { Place } from '../error.js';
import { strictDecoder } from './blocks.js';
import { ByteTable } from './byte-table.js';
import { endsValue, passValue } from './pass-value.js';
import type { Part } from './scan-part.js';

/** What a text that stands in a column means, as a number. */
export type Understand = (text: string, place: Place) => number;

/**
 * Reads one column of the lists that a specification printed, line after line. A text is understood once; from then on
 * it is known by its bytes.
 */
export class PrintedColumn {
  /** Where the value that was read last ends; -1 if what stood there is no value. */
  end = -1;
  readonly #understand: Understand;
  readonly #file: string | undefined;
  readonly #table = new ByteTable();
  readonly #meanings: number[] = [];
  /** For each text, the one that was read after it; -1 if there is none. */
  readonly #next: number[] = [];
  #last = -1;
  readonly #decode = strictDecoder();
  readonly #part: Part = { end: 0, hash: 0 };

  /** @param file for messages */
  constructor(understand: Understand, file: string | undefined) {
    this.#understand = understand;
    this.#file = file;
  }

  /**
   * What the value that begins at `start` means. See `end` for where it ends, and whether there is one.
   *
   * @throws InputError if it is not UTF-8, and whatever `understand` throws
   */
  read(bytes: Uint8Array, start: number, limit: number, line: number): number {
    // What followed on the value read last may do so again.
    const next = this.#last < 0 ? -1 : (this.#next[this.#last] as number);
    if (next >= 0 && this.#is(next, bytes, start)) return this.#met(next);
    const part = this.#part;
    const isValue = passValue(bytes, start, limit, part);
    this.end = isValue ? part.end : -1;
    if (!isValue) return -1;
    const { end, hash } = part;
    const known = this.#table.find(bytes, start, end, hash);
    return known < 0 ? this.#learn(bytes, start, end, hash, line) : this.#met(known);
  }

  #is(text: number, bytes: Uint8Array, start: number): boolean {
    const end = this.#table.endOf(text, bytes, start);
    if (end < 0 || !endsValue(bytes, end)) return false;
    this.end = end;
    return true;
  }

  #met(text: number): number {
    if (this.#last >= 0) this.#next[this.#last] = text;
    this.#last = text;
    return this.#meanings[text] as number;
  }

  #learn(bytes: Uint8Array, start: number, end: number, hash: number, line: number): number {
    const text = this.#decode(bytes.subarray(start, end));
    if (text === undefined) throw notUtf8(this.#file);
    const meaning = this.#understand(text, { file: this.#file, line });
    const number = this.#table.add(bytes, start, end, hash);
    // There is no room for it: it is understood again where it stands again.
    if (number < 0) return meaning;
    this.#meanings.push(meaning);
    this.#next.push(-1);
    return this.#met(number);
  }
}
