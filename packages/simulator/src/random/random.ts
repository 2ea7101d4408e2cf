/** Chance from a seed: the same numbers on every machine. */
export interface Random {
  /** A whole number from 0 up to 2^32 (excluded). */
  next(): number;
  /** A whole number from 0 up to `n` (excluded), `n` at most 2^16. */
  below(n: number): number;
  /** Whether something happens that does so `parts` times in 1024. */
  happens(parts: number): boolean;
  /** A time: `mean` on average, with the tail of waiting for what happens at random. Whole. */
  wait(mean: number): number;
}

/**
 * xoshiro128** by Blackman and Vigna ("Scrambled linear pseudorandom number generators", 2018), its state filled with SplitMix32
 * from both halves of the seed. Only 32-bit whole numbers.
 *
 * @param seed a whole number, at most 2^53
 */
export function randomFrom(seed: number): Random {
  const fill = splitMix(seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0);
  let a = fill();
  let b = fill();
  let c = fill();
  let d = fill() | 1;
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  return {
    next,
    below: (n) => Math.floor(((next() >>> 16) * n) / 65536),
    happens: (parts) => next() >>> 22 < parts,
    wait(mean) {
      // Halving: -ln(u) is about ln 2 times the number of leading zeros, and a straight line in between.
      const drawn = next();
      const halvings = Math.clz32(drawn | 1) + (next() >>> 16) / 65536;
      return Math.floor((mean * halvings * 2) / 3);
    },
  };
}

function splitMix(low: number, high: number): () => number {
  let state = (low ^ Math.imul(high, 0x85ebca6b)) | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
