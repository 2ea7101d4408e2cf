import { ByteTable } from '@synod/tla';
import type { Span } from './json-bytes.js';

/**
 * What parts of lines stand for, by their bytes: logs say the same again and again, and what was parsed once is found
 * without making a string of it.
 */
export class KnownValues<T> {
  readonly #table: ByteTable;
  readonly #values: T[] = [];
  /** For each, the number of what was found after it: at first itself. */
  readonly #guesses: number[] = [];
  #last = -1;

  constructor(mostBytes: number) {
    this.#table = new ByteTable(mostBytes);
  }

  /**
   * The number of what stands at `at`, if that is what was found after the value that was found last: then `span` says
   * where it ends. Only for strings, arrays and objects, which end where they end.
   */
  again(bytes: Uint8Array, at: number, span: Span): number {
    const guess = this.#last < 0 ? -1 : (this.#guesses[this.#last] as number);
    const end = guess < 0 ? -1 : this.#table.endOf(guess, bytes, at);
    if (end < 0) return -1;
    span.end = end;
    this.#last = guess;
    return guess;
  }

  /** The number of what stands from `at` to the end of `span`; -1 if it is not known. */
  find(bytes: Uint8Array, at: number, { end, hash }: Span): number {
    const number = this.#table.find(bytes, at, end, hash);
    if (number < 0) return number;
    if (this.#last >= 0) this.#guesses[this.#last] = number;
    this.#last = number;
    return number;
  }

  at(number: number): T {
    return this.#values[number] as T;
  }

  /** Learns what stands there. Returns its number; -1 if there is no more room. */
  add(bytes: Uint8Array, at: number, { end, hash }: Span, value: T): number {
    const number = this.#table.add(bytes, at, end, hash);
    if (number < 0) return number;
    this.#values.push(value);
    this.#guesses.push(number);
    return number;
  }
}
