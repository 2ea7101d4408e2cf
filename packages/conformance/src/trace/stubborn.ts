import type { Independence } from './independence.js';
import type { EventOrder } from './order.js';

/**
 * Which of the next events are enough to go on with, so that every cut where all searching ends is still found: a
 * stubborn set (Valmari 1989). Together with an event come all that do not commute with it and may come before it, and
 * with an event that cannot be taken yet what could make it possible.
 */
export class StubbornSets {
  readonly #order: EventOrder;
  readonly #kinds: readonly (readonly number[])[];
  readonly #independence: Independence;
  /** For a kind and a process: at each index, the first index from there on that does not commute with the kind. */
  readonly #dependents = new Map<number, Int32Array>();

  constructor(order: EventOrder, kinds: readonly (readonly number[])[], independence: Independence) {
    this.#order = order;
    this.#kinds = kinds;
    this.#independence = independence;
  }

  /**
   * The processes whose next events are enough.
   *
   * @param enabled those whose next event can be taken
   */
  choose(cut: ArrayLike<number>, enabled: readonly number[]): readonly number[] {
    let best = enabled;
    for (const seed of enabled) {
      const chosen = this.#close(cut, seed);
      const taken = enabled.filter((process) => chosen.has(process));
      if (taken.length < best.length) best = taken;
      if (best.length === 1) break;
    }
    return best;
  }

  #close(cut: ArrayLike<number>, seed: number): ReadonlySet<number> {
    const chosen = new Set([seed]);
    for (const process of chosen) {
      const index = cut[process] as number;
      const needs = this.#order.needs(process, index);
      for (let other = 0; other < this.#kinds.length; other++) {
        if (chosen.has(other) || (cut[other] as number) >= (this.#kinds[other] as readonly number[]).length)
          continue;
        const waitsFor = (needs[other] as number) > (cut[other] as number);
        if (waitsFor || this.#mayDisturb(process, index, other, cut[other] as number)) chosen.add(other);
      }
    }
    return chosen;
  }

  /** Whether an event of another process, from some index on, may come before this one and does not commute with it. */
  #mayDisturb(process: number, index: number, other: number, from: number): boolean {
    const kind = (this.#kinds[process] as readonly number[])[index] as number;
    const disturber = this.#dependentsOf(kind, other)[from] as number;
    const log = this.#kinds[other] as readonly number[];
    if (disturber >= log.length) return false;
    return (this.#order.needs(other, disturber)[process] as number) <= index;
  }

  #dependentsOf(kind: number, process: number): Int32Array {
    const name = kind * this.#kinds.length + process;
    const known = this.#dependents.get(name);
    if (known !== undefined) return known;
    const log = this.#kinds[process] as readonly number[];
    const next = new Int32Array(log.length + 1).fill(log.length);
    for (let i = log.length - 1; i >= 0; i--) {
      next[i] = this.#independence.commute(kind, log[i] as number) ? (next[i + 1] as number) : i;
    }
    this.#dependents.set(name, next);
    return next;
  }
}
