import type { Keys } from './keys.js';
import { hashOf } from './state-table.js';

const firstCapacity = 256;

/** Waiting states, as rows without parents, and what is known of each. */
export class Waiting {
  readonly width: number;
  readonly keyWidth: number;
  readonly stateAt: number;
  readonly write: Keys['write'];
  count = 0;
  capacity: number = firstCapacity;
  rows: Int32Array;
  hashes: Int32Array = new Int32Array(firstCapacity);
  parents: Int32Array = new Int32Array(firstCapacity);
  /** How many states had been generated with each. */
  generated: Float64Array = new Float64Array(firstCapacity);

  constructor({ layout: { stride, keyWidth, stateAt }, write }: Keys) {
    this.width = stride - 1;
    this.keyWidth = keyWidth;
    this.stateAt = stateAt;
    this.write = write;
    this.rows = new Int32Array(firstCapacity * this.width);
  }

  /**
   * Has a state wait.
   *
   * @param hash of its words
   * @param generated how many states had been generated with it
   */
  add(state: Int32Array, hash: number, parent: number, generated: number): void {
    const { rows, stateAt, count, write } = this;
    const at = count * this.width;
    for (let i = 0; i < state.length; i++) rows[at + stateAt + i] = state[i] as number;
    write?.(rows, at + stateAt, rows, at);
    this.hashes[count] = write === undefined ? hash : hashOf(rows, at, this.keyWidth);
    this.generated[count] = generated;
    this.parents[count] = parent;
    this.count = count + 1;
  }

  grow(): void {
    this.capacity *= 2;
    this.rows = enlarged(this.rows);
    this.hashes = enlarged(this.hashes);
    this.parents = enlarged(this.parents);
    const { generated } = this;
    this.generated = new Float64Array(this.capacity);
    this.generated.set(generated);
  }

  /** Forgets the first ones. */
  drop(first: number): void {
    this.rows.copyWithin(0, first * this.width, this.count * this.width);
    this.hashes.copyWithin(0, first, this.count);
    this.parents.copyWithin(0, first, this.count);
    this.generated.copyWithin(0, first, this.count);
    this.count -= first;
  }
}

function enlarged(numbers: Int32Array): Int32Array {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
