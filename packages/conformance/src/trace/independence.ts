import type { Matcher } from './matcher.js';

/** How many pairs of a kind and a state may be looked at before two kinds count as dependent unseen. */
const mostLooks = 50_000_000;

/**
 * Which kinds of events commute: wherever both can be taken, each leaves the other possible, and both orders lead to
 * the same states; and neither makes the other possible. Looked at in every state of a region that no event leaves,
 * so that it holds whatever happens before.
 */
export class Independence {
  readonly #matcher: Matcher;
  readonly #region: readonly number[];
  readonly #known = new Map<number, boolean>();
  readonly #kinds: number;
  #looks = 0;

  /** @param kinds how many kinds there are */
  constructor(matcher: Matcher, region: readonly number[], kinds: number) {
    this.#matcher = matcher;
    this.#region = region;
    this.#kinds = kinds;
  }

  /** Whether two kinds commute, as far as can be told. */
  commute(one: number, other: number): boolean {
    const pair = one < other ? one * this.#kinds + other : other * this.#kinds + one;
    const known = this.#known.get(pair);
    if (known !== undefined) return known;
    const answer =
      this.#looks < mostLooks && this.#region.every((state) => this.#commuteIn(state, one, other));
    this.#known.set(pair, answer);
    return answer;
  }

  #commuteIn(state: number, one: number, other: number): boolean {
    const ones = this.#matcher.after(one, state);
    const others = this.#matcher.after(other, state);
    this.#looks += 2 + ones.length + others.length;
    if (ones.length === 0 && others.length === 0) return true;
    const oneFirst = new Set<number>();
    for (const next of ones) {
      const found = this.#matcher.after(other, next);
      if (others.length > 0 && found.length === 0) return false;
      for (const last of found) oneFirst.add(last);
    }
    const otherFirst = new Set<number>();
    for (const next of others) {
      const found = this.#matcher.after(one, next);
      if (ones.length > 0 && found.length === 0) return false;
      for (const last of found) otherFirst.add(last);
    }
    if (oneFirst.size !== otherFirst.size) return false;
    for (const last of oneFirst) if (!otherFirst.has(last)) return false;
    return true;
  }
}

/**
 * Every state that events of some kinds, in any order, lead to; undefined if there are too many to look at.
 *
 * @param most how many states it may be
 */
export function regionOf(
  matcher: Matcher,
  starts: readonly number[],
  kinds: readonly number[],
  most: number,
): readonly number[] | undefined {
  const reached = new Set(starts);
  for (const state of reached) {
    for (const kind of kinds) for (const next of matcher.after(kind, state)) reached.add(next);
    if (reached.size > most) return undefined;
  }
  return [...reached];
}
