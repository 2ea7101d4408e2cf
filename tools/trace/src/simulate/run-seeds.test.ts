import { expect, it } from 'vitest';
import type { Hand } from './pool.js';
import { type Outcome, runSeeds } from './run-seeds.js';
import { noRuns } from './tally.js';

/** Hands for which the runs of some seeds fail, and that take longer for some batches than for others. */
function hands(count: number, failing: readonly number[], made: number[] = []): readonly Hand[] {
  return Array.from({ length: count }, () => ({
    async run({ from, to }) {
      const failed = failing.find((seed) => seed >= from && seed <= to);
      // The earlier ones take longest.
      for (let turns = 1000 / from; turns > 0; turns -= 1) await Promise.resolve();
      made.push(from);
      return { seeds: { from, to }, tally: { ...noRuns, runs: (failed ?? to) - from + 1 }, failed };
    },
    end: async () => 'seen',
  }));
}

const outcome = (count: number, failing: readonly number[]): Promise<Outcome> =>
  runSeeds({ from: 1, to: 1010 }, hands(count, failing), { stopped: () => false, onRuns: () => undefined });

it('makes every run, whatever the number of hands', async () => {
  for (const count of [1, 2, 7]) {
    expect(await outcome(count, [])).toMatchObject({
      tally: { runs: 1010 },
      failed: undefined,
      stopped: false,
    });
  }
  expect((await outcome(3, [])).exercised).toEqual(['seen', 'seen', 'seen']);
});

it('tells of the failure with the least seed, and counts no run after it', async () => {
  for (const count of [1, 2, 7]) {
    expect(await outcome(count, [180, 60, 300, 1010])).toMatchObject({
      tally: { runs: 60 },
      failed: 60,
      stopped: false,
    });
  }
});

it('stops when it is asked to, with what it has', async () => {
  const made: number[] = [];
  const said: number[] = [];
  const stopped = (): boolean => made.length >= 2;
  const options = { stopped, onRuns: (runs: number) => void said.push(runs) };
  expect(await runSeeds({ from: 1, to: 1000 }, hands(1, [], made), options)).toMatchObject({
    tally: { runs: 100 },
    stopped: true,
  });
  expect(said).toEqual([50, 100]);
});
