/**
 * The states that an exploration has found, numbered from 0 in the order in which they were found. A state's row is its key
 * (what tells it from others), its words where they are not the key, and the row of its parent. Rows lie in segments, so that
 * nothing is copied when there are more; the hash table holds numbers of rows only, and is made anew at twice its size.
 *
 * All memory is shared, and several threads may add at the same time. None may while one lets it grow.
 */
export class StateTable {
  readonly layout: RowLayout;
  /** What was read only so that it is near: kept, so that it is read. */
  ahead = 0;
  /** What threads tell each other: see {@link control}. */
  readonly control: Int32Array;
  #segments: Int32Array[] = [];
  #slots: Int32Array = new Int32Array(0);
  #mask = 0;
  #limit = 0;
  readonly #hashes: Int32Array = new Int32Array(rehashed);
  /** Whether other threads may add meanwhile. */
  isShared: boolean;
  /** A row of this thread that another one's took the place of; the next state gets it. */
  #spare = -1;

  /** @param memory what another thread's table lies in; a new table without it */
  constructor(layout: RowLayout, memory?: TableMemory) {
    this.layout = layout;
    this.isShared = memory !== undefined;
    this.control = new Int32Array(memory?.control ?? new SharedArrayBuffer(64));
    if (memory === undefined) this.#reserve(firstSlots);
    else this.attach(memory);
  }

  /** How many rows there are, holes included. */
  get rows(): number {
    return Math.min(Atomics.load(this.control, control.rows), this.#limit);
  }

  /** The bytes that rows and hash table take. What lies behind the last row is reserved and not used. */
  get bytes(): number {
    return (this.rows * this.layout.stride + this.#slots.length) * 4;
  }

  /** The bytes that it would take after growing, were every row used. */
  get bytesGrown(): number {
    return (this.#limit * 2 * this.layout.stride + this.#slots.length * 2) * 4;
  }

  get memory(): TableMemory {
    return {
      control: this.control.buffer as SharedArrayBuffer,
      slots: this.#slots.buffer as SharedArrayBuffer,
      segments: this.#segments.map(({ buffer }) => buffer as SharedArrayBuffer),
    };
  }

  /** Goes on with the memory that another thread's table has grown to. */
  attach(memory: TableMemory): void {
    this.#segments = memory.segments.map((buffer) => new Int32Array(buffer));
    this.#setSlots(new Int32Array(memory.slots));
  }

  /** The segment that a row lies in. */
  segment(row: number): Int32Array {
    return this.#segments[row >>> segmentBits] as Int32Array;
  }

  /** Where a row begins in its segment. */
  start(row: number): number {
    return (row & segmentMask) * this.layout.stride;
  }

  parent(row: number): number {
    return this.segment(row)[this.start(row) + this.layout.stride - 1] as number;
  }

  /** Reads what a state with this hash would be compared with, so that it is near when it is added. */
  touch(hash: number): void {
    const row = (this.#slots[hash & this.#mask] as number) - 1;
    // Row 0 where there is none: a jump that cannot be foreseen would wait for the slot.
    const some = row & ~(row >> 31);
    this.ahead |= this.segment(some)[this.start(some)] as number;
  }

  /**
   * Adds a state.
   *
   * @param source where its row is, the parent's excepted
   * @param hash {@link hashOf} its key
   * @returns its row if it is new; `~row` if it is there; {@link full} if there is no room
   */
  add(source: Int32Array, at: number, hash: number, parent: number): number {
    return this.isShared
      ? this.#addAmongOthers(source, at, hash, parent)
      : this.#addAlone(source, at, hash, parent);
  }

  #addAmongOthers(source: Int32Array, at: number, hash: number, parent: number): number {
    const slots = this.#slots;
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      // What is atomic takes long. A slot that seems to be free is looked at again when it is taken.
      let entry = slots[slot] === 0 ? 0 : Atomics.load(slots, slot);
      if (entry === 0) {
        const row = this.#spare >= 0 ? this.#spare : Atomics.add(this.control, control.rows, 1);
        if (row >= this.#limit) return full;
        this.#write(row, source, at, parent);
        entry = Atomics.compareExchange(slots, slot, 0, row + 1);
        this.#spare = entry === 0 ? -1 : row;
        if (entry === 0) return row;
        this.#setParent(row, hole);
      }
      if (this.#same(entry - 1, source, at)) return ~(entry - 1);
    }
  }

  #addAlone(source: Int32Array, at: number, hash: number, parent: number): number {
    const slots = this.#slots;
    let slot = hash & this.#mask;
    for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
      if (this.#same(entry - 1, source, at)) return ~(entry - 1);
      slot = (slot + 1) & this.#mask;
    }
    const next = this.control[control.rows] as number;
    const row = this.#spare >= 0 ? this.#spare : next;
    if (row >= this.#limit) return full;
    if (row === next) this.control[control.rows] = next + 1;
    this.#spare = -1;
    this.#write(row, source, at, parent);
    slots[slot] = row + 1;
    return row;
  }

  /** The row of a state with this key, or -1. */
  find(source: Int32Array, at: number): number {
    for (let slot = hashOf(source, at, this.layout.keyWidth) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const row = (this.#slots[slot] as number) - 1;
      if (row < 0 || this.#same(row, source, at)) return row;
    }
  }

  /** At the end of a level no row is kept for later. @returns how many holes that leaves: one or none */
  dropSpare(): 0 | 1 {
    const holes = this.#spare < 0 ? 0 : 1;
    this.#spare = -1;
    return holes;
  }

  /** Twice the room. No other thread may use the table meanwhile; others attach to its memory afterwards. */
  grow(): void {
    const { rows } = this;
    this.#reserve(this.#slots.length * 2);
    Atomics.store(this.control, control.rows, rows);
    for (let row = 0; row < rows; row += rehashed) this.#rehash(row, Math.min(rows, row + rehashed));
  }

  /** Enters rows into the hash table: their slots are read first, all at once, and written then. */
  #rehash(from: number, to: number): void {
    const slots = this.#slots;
    const hashes = this.#hashes;
    for (let row = from; row < to; row++) {
      const slot = hashOf(this.segment(row), this.start(row), this.layout.keyWidth) & this.#mask;
      hashes[row - from] = slot;
      this.ahead |= slots[slot] as number;
    }
    for (let row = from; row < to; row++) {
      if (this.parent(row) === hole) continue;
      let slot = hashes[row - from] as number;
      while (slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      slots[slot] = row + 1;
    }
  }

  #reserve(slots: number): void {
    // The old one is let go of first: it is made anew from the rows.
    this.#slots = new Int32Array(0);
    this.#setSlots(new Int32Array(new SharedArrayBuffer(slots * 4)));
    while (this.#segments.length << segmentBits < this.#limit) {
      const bytes = (this.layout.stride << segmentBits) * 4;
      this.#segments.push(new Int32Array(new SharedArrayBuffer(bytes)));
    }
  }

  #setSlots(slots: Int32Array): void {
    this.#slots = slots;
    this.#mask = slots.length - 1;
    this.#limit = slots.length / 2;
  }

  #write(row: number, source: Int32Array, at: number, parent: number): void {
    const segment = this.segment(row);
    const start = this.start(row);
    const { stride } = this.layout;
    for (let i = 0; i < stride - 1; i++) segment[start + i] = source[at + i] as number;
    segment[start + stride - 1] = parent;
  }

  #setParent(row: number, parent: number): void {
    this.segment(row)[this.start(row) + this.layout.stride - 1] = parent;
  }

  #same(row: number, source: Int32Array, at: number): boolean {
    const segment = this.segment(row);
    const start = this.start(row);
    const { keyWidth } = this.layout;
    for (let i = 0; i < keyWidth; i++) if (segment[start + i] !== source[at + i]) return false;
    return true;
  }
}

/** What the words of a row are: the key from 0, the state's words from `stateAt`, the parent last. */
export interface RowLayout {
  readonly keyWidth: number;
  readonly stateAt: number;
  readonly stride: number;
}

/** What a table lies in: can be sent to other threads, and be attached to there. */
export interface TableMemory {
  readonly control: SharedArrayBuffer;
  readonly slots: SharedArrayBuffer;
  readonly segments: readonly SharedArrayBuffer[];
}

/** Where in `control` what stands: rows taken; the next row to expand, and the end of the level; whether all are to stop. */
export const control = { rows: 0, next: 1, end: 2, stop: 3 } as const;

/** The parent of a row that holds no state: two threads had the same one. */
export const hole = -2;
/** What adding a state gives when there is no room for it. */
export const full: number = -0x80000000;

/** Room for 250,000 states: most searches need no more, and memory that is not used costs nothing. */
const firstSlots = 1 << 19;
/** How many rows are entered at a time when the hash table grows. */
const rehashed = 256;
const segmentBits = 16;
const segmentMask = (1 << segmentBits) - 1;

/** A hash of words: of all their bits, in all its bits. */
export function hashOf(words: Int32Array, at: number, width: number): number {
  let hash = 0;
  for (let i = 0; i < width; i++) hash = mixed(hash, words[at + i] as number);
  return finished(hash);
}

export function mixed(hash: number, word: number): number {
  return Math.imul(((hash << 15) | (hash >>> 17)) ^ word, 0x9e3779b1);
}

export function finished(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return half ^ (half >>> 13);
}
