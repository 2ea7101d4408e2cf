import { compareByKey } from '../key.js';
import type { ValueEntry } from '../memo.js';

/** An entry that may know its rank. */
export interface Ranked extends ValueEntry {
  /** NaN if it has none. */
  rank: number;
}

/** Where more are ranked, giving each its place takes longer than comparing a few. */
const most = 10_000;

/** Gives entries numbers that stand in the order of their keys, so that sets of them are sorted by comparing numbers. */
export class Ranks<Entry extends Ranked> {
  readonly #order: Entry[] = [];

  /** Ranks an entry, unless there are too many. Returns it, or the one of the same value that was there before. */
  add(entry: Entry): Entry {
    const order = this.#order;
    if (order.length >= most) return entry;
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = order[middle] as Entry;
      if (compareByKey(other.value, other.key, entry.value, entry.key) < 0) low = middle + 1;
      else high = middle;
    }
    const next = order[low];
    if (next?.key === entry.key) return next;
    order.splice(low, 0, entry);
    const before = order[low - 1]?.rank ?? 0;
    const after = next?.rank ?? before + 2;
    entry.rank = (before + after) / 2;
    if (entry.rank > before && entry.rank < after) return entry;
    for (const [i, one] of order.entries()) one.rank = i + 1;
    return entry;
  }
}
