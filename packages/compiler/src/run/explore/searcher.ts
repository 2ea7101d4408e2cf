import type { Engine } from '../engine.js';
import { batch } from './batch.js';
import type { Checks } from './checks.js';
import { expander, failure } from './expand.js';
import type { Keys } from './keys.js';
import type { Problem } from './problem.js';
import type { SettleOptions } from './settle.js';
import { control, type StateTable } from './state-table.js';

/**
 * Why a searcher has stopped: the level has no more states to expand; there is no room for more states; it was told to, or its
 * time is up; something is wrong.
 */
export type Pause = 'level done' | 'full' | 'stopped' | 'problem';

/** Expands states into a table, in one thread. Several may work on one level of one table. */
export interface Searcher {
  /** States generated: initial ones and successors, each as often as it was found. */
  readonly generated: () => number;
  readonly problem: () => Problem | undefined;
  /** Finds the initial states. */
  begin(): Pause;
  /** Expands states of the level until there is a reason to stop. */
  work(deadline: number): Pause;
}

/** How many rows a searcher takes at a time. */
const chunk = 64;

export function searcher(
  engine: Engine,
  table: StateTable,
  keys: Keys,
  checks: Checks,
  options: SettleOptions,
): Searcher {
  const pending = batch(engine, table, keys, checks, options);
  const expand = expander(engine, table, pending, checks.deadlock);
  const words = table.control;
  let problem: Problem | undefined;
  // The chunk that is being expanded.
  let next = 0;
  let end = 0;

  /** Whether what is waiting has found room, and nothing is wrong with it. */
  const settle = (reason: Pause): Pause => {
    pending.flush();
    problem ??= pending.problem;
    if (problem !== undefined) return 'problem';
    return pending.isFull ? 'full' : reason;
  };
  /** Expands the rest of the chunk, as far as there is room and nothing is wrong. */
  const expandChunk = (): Pause | undefined => {
    for (; next < end; next++) {
      if (pending.isFull) return 'full';
      problem = expand(next);
      if (problem !== undefined) return 'problem';
    }
    return pending.isFull ? 'full' : undefined;
  };
  /** Takes the next chunk of the level. @returns whether there was one */
  const takeChunk = (): boolean => {
    next = Atomics.add(words, control.next, chunk);
    const last = Atomics.load(words, control.end);
    end = Math.min(next + chunk, last);
    return next < last;
  };
  return {
    generated: () => pending.generated,
    problem: () => problem,
    begin() {
      try {
        engine.init(pending.initial);
      } catch (error) {
        pending.flush();
        problem = pending.problem ?? failure(error, -1);
      }
      return settle('level done');
    },
    work(deadline) {
      if (pending.isFull && settle('stopped') === 'full') return 'full';
      for (;;) {
        const pause = expandChunk();
        if (pause !== undefined) return pause;
        if (Atomics.load(words, control.stop) !== 0 || performance.now() > deadline) return 'stopped';
        if (!takeChunk()) return settle('level done');
      }
    },
  };
}
