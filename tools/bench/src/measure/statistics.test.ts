import { expect, it } from 'vitest';
import { summary } from './statistics.js';

it('gives the middle of the runs and their ends, in whatever order they come', () => {
  expect(summary([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3, runs: 3 });
  expect(summary([4, 1, 2, 10])).toEqual({ median: 3, least: 1, most: 10, runs: 4 });
  expect(summary([5])).toEqual({ median: 5, least: 5, most: 5, runs: 1 });
  expect(() => summary([])).toThrow('nothing was measured');
});
