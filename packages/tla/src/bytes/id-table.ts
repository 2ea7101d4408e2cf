import { IntColumn } from './int-column.js';

/**
 * Numbers the ids of a graph, decimal numbers of up to 19 digits, in the order in which they are first named. Two ids
 * are the same if they are written the same. No id is kept as a string.
 */
export class IdTable {
  readonly #first = new IntColumn();
  readonly #second = new IntColumn();
  readonly #rest = new IntColumn();
  #slots = new Int32Array(4096).fill(-1);
  #size = 0;

  /**
   * The number of an id, which is given the next one if it has none.
   *
   * @param first its first nine digits, all of them if it has fewer
   * @param second the next nine
   * @param rest the last one, how many digits there are, and whether a minus stands before them: see {@link restOf}
   */
  number(first: number, second: number, rest: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(first, second) & mask;
    for (;;) {
      const known = this.#slots[slot] as number;
      if (known < 0) break;
      if (
        this.#first.at(known) === first &&
        this.#second.at(known) === second &&
        this.#rest.at(known) === rest
      )
        return known;
      slot = (slot + 1) & mask;
    }
    const number = this.#size++;
    this.#first.set(number, first);
    this.#second.set(number, second);
    this.#rest.set(number, rest);
    this.#slots[slot] = number;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  /** The number of an id that is given as text. */
  parse(text: string): number {
    const negative = text.startsWith('-');
    const digits = negative ? text.slice(1) : text;
    const rest = restOf(Number(digits.slice(18)), digits.length, negative);
    return this.number(Number(digits.slice(0, 9)), Number(digits.slice(9, 18)), rest);
  }

  /** An id as it is written. */
  text(number: number): string {
    const rest = this.#rest.at(number);
    const digits = (rest >> 1) & 31;
    const part = (value: number, before: number, most: number): string =>
      digits > before ? String(value).padStart(Math.min(digits - before, most), '0') : '';
    const first = part(this.#first.at(number), 0, 9);
    return `${(rest & 1) === 1 ? '-' : ''}${first}${part(this.#second.at(number), 9, 9)}${part(rest >> 6, 18, 1)}`;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      let slot = hash(this.#first.at(number), this.#second.at(number)) & mask;
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number;
    }
  }
}

/** What else tells an id from others beside its first eighteen digits. */
export function restOf(last: number, digits: number, negative: boolean): number {
  return (last << 6) | (digits << 1) | (negative ? 1 : 0);
}

function hash(first: number, second: number): number {
  const mixed = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 1;
}
