import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoffDelay } from './backoff.js';
import { defaultTiming } from './cluster.js';

const timing = { ...defaultTiming, backoff: { least: 10, most: 70 } };

it.each([
  [0, 0, 10],
  [0, 0.999, 10],
  [1, 0, 10],
  [1, 0.999, 19],
  [2, 0.5, 25],
  [3, 0.999, 69],
  [10_000, 0.999, 69],
])('after %i failed ballots and the draw %f it is %i ms', (attempts, chance, delay) => {
  expect(backoffDelay(timing, attempts, chance)).toBe(delay);
});

it('is never shorter than the least, nor longer than the most', () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.nat(), chance, (attempts, drawn) => {
      const delay = backoffDelay(timing, attempts, drawn);
      expect(delay).toBeGreaterThanOrEqual(10);
      expect(delay).toBeLessThanOrEqual(70);
    }),
  );
});

it('is the same for all where the least is the most', () => {
  const even = { ...timing, backoff: { least: 10, most: 10 } };
  expect([0, 0.3, 0.999].map((chance) => backoffDelay(even, 5, chance))).toEqual([10, 10, 10]);
});
