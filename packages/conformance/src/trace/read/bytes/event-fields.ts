import { nameEnd, type Span, scanValue, skipBlanks } from './json-bytes.js';

/** The fields of an event that are read from bytes, by the order of their numbers. */
const fieldNames = ['action', 'params', 'state', 'derived', 'process', 'seq', 'meta'] as const;

/** The number of each of these fields. */
export const field = { action: 0, params: 1, state: 2, derived: 3, process: 4, seq: 5, meta: 6 } as const;

const names: readonly Uint8Array[] = fieldNames.map((name) => new TextEncoder().encode(name));

/** Says what stands at `at` if it is known there; then `span` has its end. -1 if it is not. */
export type Guess = (field: number, bytes: Uint8Array, at: number, span: Span) => number;

/** Where the fields of an event stand in its line. */
export class EventFields {
  /** For each field, where its value begins; -1 if the event does not have it. */
  readonly starts: Int32Array = new Int32Array(fieldNames.length);
  readonly spans: readonly Span[] = fieldNames.map(() => ({ end: 0, hash: 0 }));
  /** What was known of its value; -1 if nothing was. */
  readonly known: Int32Array = new Int32Array(fieldNames.length);

  /**
   * Finds the fields of the line from `start` to `end`.
   *
   * @returns whether it is an object of these fields, each at most once, as far as that shows without parsing values
   */
  find(bytes: Uint8Array, start: number, end: number, guess: Guess): boolean {
    this.starts.fill(-1);
    let at = skipBlanks(bytes, start);
    if (bytes[at] !== 123) return false;
    at = skipBlanks(bytes, at + 1);
    for (;;) {
      if (bytes[at] !== 34) return false;
      const close = nameEnd(bytes, at, end);
      const found = close < 0 ? -1 : fieldOf(bytes, at + 1, close);
      if (found < 0 || (this.starts[found] as number) >= 0) return false;
      at = skipBlanks(bytes, close + 1);
      if (bytes[at] !== 58) return false;
      at = skipBlanks(bytes, at + 1);
      const span = this.spans[found] as Span;
      const known = guess(found, bytes, at, span);
      if (known < 0 && !scanValue(bytes, at, end, span)) return false;
      this.starts[found] = at;
      this.known[found] = known;
      at = skipBlanks(bytes, span.end);
      if (bytes[at] === 125) return skipBlanks(bytes, at + 1) === end;
      if (bytes[at] !== 44) return false;
      at = skipBlanks(bytes, at + 1);
    }
  }
}

function fieldOf(bytes: Uint8Array, start: number, end: number): number {
  for (let number = 0; number < names.length; number++) {
    const name = names[number] as Uint8Array;
    if (name.length !== end - start || name[0] !== bytes[start]) continue;
    let i = 1;
    while (i < name.length && name[i] === bytes[start + i]) i += 1;
    if (i === name.length) return number;
  }
  return -1;
}
