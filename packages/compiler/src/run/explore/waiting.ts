import type { Keys } from './keys.js';
import { finished, hashOf, mixed } from './state-table.js';

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

  /** Puts a state behind the last that waits, without having it wait. @returns the hash of its key */
  place(state: Int32Array): number {
    const { rows, stateAt, keyWidth, write } = this;
    const at = this.count * this.width;
    if (write !== undefined) {
      for (let i = 0; i < state.length; i++) rows[at + stateAt + i] = state[i] as number;
      write(rows, at + stateAt, rows, at);
      return hashOf(rows, at, keyWidth);
    }
    let hash = 0;
    for (let i = 0; i < keyWidth; i++) {
      const word = state[i] as number;
      rows[at + i] = word;
      hash = mixed(hash, word);
    }
    return finished(hash);
  }

  /** Has the state wait that was placed. */
  keep(hash: number, parent: number, generated: number): void {
    this.generated[this.count] = generated;
    this.hashes[this.count] = hash;
    this.parents[this.count] = parent;
    this.count++;
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
