import type { Conjunct } from './explanation.js';

/** How near a formula is to TRUE. */
export interface Verdict {
  readonly holds: boolean;
  /** The conjuncts that decide: false ones if it does not hold. */
  readonly conjuncts: readonly Conjunct[];
  /** How many of its conjuncts hold, and how many stand before the first that does not. */
  readonly satisfied: number;
  readonly reached: number;
}

/** Whether a verdict is nearer to TRUE: more conjuncts hold, or as many, and the first that fails comes later. */
export function isNearer(one: Verdict, other: Verdict): boolean {
  if (one.satisfied !== other.satisfied) return one.satisfied > other.satisfied;
  return one.reached > other.reached;
}

/** The verdict on a conjunction, from those on its items. */
export function conjoin(items: readonly Verdict[]): Verdict {
  const firstFalse = items.findIndex(({ holds }) => !holds);
  const before = firstFalse < 0 ? items : items.slice(0, firstFalse + 1);
  return {
    holds: firstFalse < 0,
    conjuncts: firstFalse < 0 ? items.flatMap((item) => item.conjuncts) : falseOf(items),
    satisfied: items.reduce((sum, { satisfied }) => sum + satisfied, 0),
    reached: before.reduce((sum, { reached }) => sum + reached, 0),
  };
}

function falseOf(items: readonly Verdict[]): Conjunct[] {
  return items.filter(({ holds }) => !holds).flatMap((item) => item.conjuncts);
}
