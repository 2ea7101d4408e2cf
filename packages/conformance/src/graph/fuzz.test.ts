import { expect, it } from 'vitest';
import { fuzzFiles, fuzzTraces } from '../../test/graph-fuzz.js';

/** Enough to reach every reader; `npm run fuzz` goes on. */
const runs = 4000;
const patient = { timeout: 600_000 };

it('files that are almost right are read, or refused with an InputError', patient, async () => {
  const { read, refused } = await fuzzFiles(runs, 11);
  // Both ends are reached, or the inputs are of no use.
  expect(Math.min(read, refused)).toBeGreaterThan(runs / 20);
});

it('so are error traces as TLC prints them', patient, () => {
  const { read, refused } = fuzzTraces(runs, 12);
  expect(Math.min(read, refused)).toBeGreaterThan(runs / 20);
});
