import { expect, it } from 'vitest';
import { fuzzExecutions } from '../../../test/trace-fuzz.js';

/** Enough to reach every reader; `npm run fuzz` goes on. */
const runs = 4000;

it('executions that are almost right are read, or refused with an InputError in one line', {
  timeout: 600_000,
}, async () => {
  const { read, refused } = await fuzzExecutions(runs, 13);
  // Both ends are reached, or the inputs are of no use.
  expect(Math.min(read, refused)).toBeGreaterThan(runs / 10);
});
