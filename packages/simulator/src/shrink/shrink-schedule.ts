import type { Move } from '../move.js';
import { replay } from '../replay.js';
import type { Run, Schedule } from '../run.js';
import type { WorldOptions } from '../world/world.js';
import { simpler } from './simpler.js';
import { reduce } from './without.js';

export interface ShrinkOptions extends WorldOptions {
  /** How many times a schedule is replayed at most. Default: 10,000. */
  readonly replays?: number | undefined;
}

/** The schedule that is left, what happens with it, and how many were tried. */
export interface Shrunk {
  readonly schedule: Schedule;
  readonly run: Run;
  readonly replays: number;
}

/**
 * Leaves out of a failing run what does not matter: from what is left no single move can be left out, and none can say less,
 * without the failure going away (unless the limit of replays is met before). The same run gives the same result.
 *
 * @param fails whether a run fails in the way that is looked for. It must depend on the run alone.
 */
export function shrinkSchedule(
  run: Run,
  fails: (run: Run) => boolean,
  { replays: limit = 10_000, ...options }: ShrinkOptions = {},
): Shrunk {
  const { cluster } = run.schedule;
  let replays = 0;
  let best = run;
  const attempt = (moves: readonly Move[]): readonly Move[] | undefined => {
    if (replays >= limit) return undefined;
    replays += 1;
    const tried = replay({ cluster, moves }, options);
    if (!fails(tried)) return undefined;
    best = tried;
    return tried.schedule.moves;
  };
  for (;;) {
    const before = best;
    reduce(best.schedule.moves, attempt);
    simplify(() => best.schedule.moves, attempt);
    if (best === before || replays >= limit) break;
  }
  return { schedule: best.schedule, run: best, replays };
}

/** Tries each move in simpler forms. */
function simplify(current: () => readonly Move[], attempt: (moves: readonly Move[]) => unknown): void {
  for (let at = 0; at < current().length; at += 1) {
    const moves = current();
    const move = moves[at];
    for (const less of move === undefined ? [] : simpler(move)) {
      if (attempt(moves.with(at, less)) !== undefined) break;
    }
  }
}
