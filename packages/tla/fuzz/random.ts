/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** An integer from 0 to below `n`. */
  below(n: number): number;
  pick<T>(from: readonly T[]): T;
}

/** Numbers for one run of one seed (mulberry32). */
export function random(seed: number, run: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(run + 1, 0xc2b2ae35)) | 0;
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * n);
  };
  return { below, pick: (from) => from[below(from.length)] as (typeof from)[number] };
}
