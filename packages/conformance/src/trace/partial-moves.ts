import type { Matcher } from './matcher.js';
import type { EventOrder } from './order.js';
import type { StubbornSets } from './stubborn.js';

/** How a search goes on from a pair of a cut and a state: an array with the cut, and the state in its last place. */
export class PartialMoves {
  readonly #matcher: Matcher;
  readonly #order: EventOrder;
  readonly #kinds: readonly (readonly number[])[];
  readonly #stubborn: StubbornSets | undefined;
  /** How many processes there are. */
  readonly width: number;
  /** How many events there are. */
  readonly events: number;

  /** @param stubborn leaves out events that need not be tried; every one is tried without */
  constructor(
    matcher: Matcher,
    order: EventOrder,
    kinds: readonly (readonly number[])[],
    stubborn?: StubbornSets,
  ) {
    this.#matcher = matcher;
    this.#order = order;
    this.#kinds = kinds;
    this.#stubborn = stubborn;
    this.width = kinds.length;
    this.events = kinds.reduce((sum, log) => sum + log.length, 0);
  }

  /** The processes whose next events are to be tried; none if none can be taken. */
  choose(pair: Int32Array): readonly number[] {
    const enabled = this.candidates(pair).filter((process) => this.#targets(pair, process).length > 0);
    return enabled.length > 1 && this.#stubborn !== undefined
      ? this.#stubborn.choose(pair, enabled)
      : enabled;
  }

  /** The processes whose next events may come, by their order: all that they need is in the cut. */
  candidates(pair: Int32Array): readonly number[] {
    const candidates: number[] = [];
    for (let process = 0; process < this.width; process++) {
      const { length } = this.#kinds[process] as readonly number[];
      if ((pair[process] as number) < length && this.#mayCome(process, pair)) candidates.push(process);
    }
    return candidates;
  }

  /** Visits the pairs after a process's next event, one after the other in the same array. @returns how many there are */
  take(pair: Int32Array, process: number, visit: (next: Int32Array) => void): number {
    const state = pair[this.width] as number;
    const targets = this.#targets(pair, process);
    const index = pair[process] as number;
    pair[process] = index + 1;
    for (const next of targets) {
      pair[this.width] = next;
      visit(pair);
    }
    pair[process] = index;
    pair[this.width] = state;
    return targets.length;
  }

  /** How many events a cut has. */
  size(pair: Int32Array): number {
    let size = 0;
    for (let process = 0; process < this.width; process++) size += pair[process] as number;
    return size;
  }

  /** The states after a process's next event. */
  #targets(pair: Int32Array, process: number): readonly number[] {
    const kind = (this.#kinds[process] as readonly number[])[pair[process] as number] as number;
    return this.#matcher.after(kind, pair[this.width] as number);
  }

  #mayCome(process: number, pair: Int32Array): boolean {
    const needs = this.#order.needs(process, pair[process] as number);
    for (let other = 0; other < this.width; other++) {
      if ((needs[other] as number) > (pair[other] as number)) return false;
    }
    return true;
  }
}
