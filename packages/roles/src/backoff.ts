import type { Timing } from './cluster.js';

/** Milliseconds that a proposer waits before its next ballot: by chance, and longer with every attempt that failed. */
export function backoffDelay({ backoff: { least, most } }: Timing, attempts: number, chance: number): number {
  const longest = Math.min(most, least * 2 ** Math.min(attempts, 30));
  return least + Math.floor(chance * (longest - least));
}
