import { TupleTable } from '@synod/spec';

/** How the steps of each state are gathered. */
export interface OpenStepsOptions {
  /** After how many lines without one of its own a state is closed: no more steps of it are expected. */
  readonly window: number;
  /** The states that are not closed before the end. */
  readonly scattered: ReadonlySet<number>;
  /** A step, once. */
  readonly step: (from: number, label: number, to: number) => void;
}

const active = 1;
const closed = 2;

/**
 * Gives each step once, of those that are written several times, without keeping all of them. TLC writes the steps of
 * one state together, or, where several workers write, not far apart. Nothing depends on that unnoticed: a state with
 * a step after it was closed is among the `reopened`.
 */
export class OpenSteps {
  /** If there are any, what was given is wrong: all must be read again, with these among the `scattered`. */
  readonly reopened: Set<number> = new Set();
  readonly #options: OpenStepsOptions;
  /** Steps of the states with a line among the last ones, at most `window` of them. */
  #young = new TupleTable(3);
  /** Steps of the states with a line among the `window` before. */
  #old = new TupleTable(3);
  readonly #kept = new TupleTable(3);
  readonly #tuple = new Int32Array(3);
  #bits = new Uint8Array(1024);
  #lines = 0;

  constructor(options: OpenStepsOptions) {
    this.#options = options;
  }

  /** Takes a step, as often as it is written. */
  add(from: number, label: number, to: number): void {
    const bits = this.#bitsOf(from);
    if ((bits & closed) !== 0) {
      this.reopened.add(from);
      return;
    }
    const { window, scattered } = this.#options;
    const tuple = this.#set(from, label, to);
    if (scattered.has(from)) {
      this.#kept.add(tuple);
      return;
    }
    this.#bits[from] = bits | active;
    if (this.#old.find(tuple) < 0) this.#young.add(tuple);
    if (++this.#lines === window) this.#close();
  }

  /** Gives what is left. */
  finish(): void {
    for (const steps of [this.#old, this.#young, this.#kept]) {
      for (let row = 0; row < steps.size; row++) this.#give(steps, row);
    }
  }

  /** Closes the states that had no line for a while; what others have may still be repeated. */
  #close(): void {
    const [old, young] = [this.#old, this.#young];
    for (let row = 0; row < old.size; row++) {
      const from = old.at(row, 0);
      if (((this.#bits[from] as number) & active) !== 0) {
        young.add(this.#set(from, old.at(row, 1), old.at(row, 2)));
      } else {
        this.#bits[from] = closed;
        this.#give(old, row);
      }
    }
    // An active state has a step in this table: one that was found in the other has just come over.
    for (let row = 0; row < young.size; row++) this.#bits[young.at(row, 0)] = 0;
    this.#old = young;
    this.#young = new TupleTable(3);
    this.#lines = 0;
  }

  #give(steps: TupleTable, row: number): void {
    this.#options.step(steps.at(row, 0), steps.at(row, 1), steps.at(row, 2));
  }

  #set(from: number, label: number, to: number): Int32Array {
    this.#tuple[0] = from;
    this.#tuple[1] = label;
    this.#tuple[2] = to;
    return this.#tuple;
  }

  #bitsOf(state: number): number {
    if (state >= this.#bits.length) {
      const larger = new Uint8Array(Math.max(state + 1, this.#bits.length * 2));
      larger.set(this.#bits);
      this.#bits = larger;
    }
    return this.#bits[state] as number;
  }
}
