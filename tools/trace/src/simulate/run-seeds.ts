import type { BatchResult } from './batch.js';
import type { Seeds } from './plan.js';
import type { Hand } from './pool.js';
import { addTallies, noRuns, type Tally } from './tally.js';

/** How many seeds are given to a thread at a time. */
const batchSize = 50;

/** What came of all seeds. */
export interface Outcome {
  /** Of the runs up to the first that failed, which is among them. */
  readonly tally: Tally;
  /** The least seed of a run that failed. */
  readonly failed: number | undefined;
  /** Whether it was stopped before all runs were made. */
  readonly stopped: boolean;
  /** What each hand says that its runs exercise. */
  readonly exercised: readonly unknown[];
}

export interface RunSeedsOptions {
  /** Whether somebody has asked to stop. */
  readonly stopped: () => boolean;
  /** Told of the runs that were made so far. */
  readonly onRuns: (runs: number) => void;
}

/**
 * Makes and judges the runs of some seeds, by several hands. What it says does not depend on how many they are: if runs fail, it is
 * the one with the least seed that counts, and none after it.
 */
export async function runSeeds(
  { from, to }: Seeds,
  hands: readonly Hand[],
  { stopped, onRuns }: RunSeedsOptions,
): Promise<Outcome> {
  const results: BatchResult[] = [];
  let next = from;
  let failed: number | undefined;
  let runs = 0;
  const goesOn = (): boolean => next <= to && (failed === undefined || next < failed) && !stopped();
  const work = async (hand: Hand): Promise<void> => {
    while (goesOn()) {
      const seeds = { from: next, to: Math.min(to, next + batchSize - 1) };
      next = seeds.to + 1;
      const result = await hand.run(seeds);
      results.push(result);
      runs += result.tally.runs;
      onRuns(runs);
      if (result.failed !== undefined) failed = Math.min(failed ?? result.failed, result.failed);
    }
  };
  await Promise.all(hands.map(work));
  const counted = results.filter(({ seeds }) => failed === undefined || seeds.from <= failed);
  return {
    tally: counted.reduce((sum, { tally }) => addTallies(sum, tally), noRuns),
    failed,
    stopped: failed === undefined && next <= to,
    exercised: await Promise.all(hands.map((hand) => hand.end())),
  };
}
