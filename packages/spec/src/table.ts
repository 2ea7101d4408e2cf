/**
 * Numbers tuples of small integers in the order in which they are first seen. Open addressing over typed
 * arrays: a `Map` of strings would take twenty times as long.
 */
export class TupleTable {
  readonly width: number;
  #tuples: Int32Array;
  #slots: Int32Array;
  #size = 0;

  constructor(width: number) {
    this.width = width;
    this.#tuples = new Int32Array(width * 1024);
    this.#slots = new Int32Array(4096).fill(-1);
  }

  get size(): number {
    return this.#size;
  }

  /** The element at `column` of the tuple with this number. */
  at(row: number, column: number): number {
    return this.#tuples[row * this.width + column] as number;
  }

  /** The number of this tuple, which is given one if it has none: then `size` grows by one. */
  add(tuple: ArrayLike<number>): number {
    const slot = this.#slot(tuple);
    const known = this.#slots[slot] as number;
    if (known >= 0) return known;
    const row = this.#size++;
    if ((row + 1) * this.width > this.#tuples.length) {
      const larger = new Int32Array(this.#tuples.length * 2);
      larger.set(this.#tuples);
      this.#tuples = larger;
    }
    this.#tuples.set(tuple, row * this.width);
    this.#slots[slot] = row;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return row;
  }

  /** The number of this tuple, or -1 if it has not been added. */
  find(tuple: ArrayLike<number>): number {
    return this.#slots[this.#slot(tuple)] as number;
  }

  #slot(tuple: ArrayLike<number>): number {
    const mask = this.#slots.length - 1;
    let slot = this.#hash(tuple, 0) & mask;
    for (;;) {
      const row = this.#slots[slot] as number;
      if (row < 0 || this.#same(row, tuple)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #same(row: number, tuple: ArrayLike<number>): boolean {
    const start = row * this.width;
    for (let i = 0; i < this.width; i++) if (this.#tuples[start + i] !== tuple[i]) return false;
    return true;
  }

  #hash(tuple: ArrayLike<number>, start: number): number {
    let hash = 0x811c9dc5;
    for (let i = 0; i < this.width; i++) {
      hash = Math.imul(hash ^ (tuple[start + i] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let row = 0; row < this.#size; row++) {
      let slot = this.#hash(this.#tuples, row * this.width) & mask;
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = row;
    }
  }
}
