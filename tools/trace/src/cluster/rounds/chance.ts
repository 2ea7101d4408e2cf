/** Chance from a seed: numbers from 0 up to 1 (excluded). */
export type Chance = () => number;

/** Mulberry32 by Tommy Ettinger (2017): of a state of 32 bits, enough to choose when something is killed. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const once = Math.imul(state ^ (state >>> 15), state | 1);
    const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61));
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of some, by chance. */
export function oneOf<T>(chance: Chance, some: readonly [T, ...T[]]): T {
  return some[Math.floor(chance() * some.length)] ?? some[0];
}
