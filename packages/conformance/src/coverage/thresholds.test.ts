import { describe, expect, it } from 'vitest';
import { missedThresholds, rateText } from './thresholds.js';

function report(taken: number, total: number, perhaps = 0) {
  const count = { total, taken, perhaps };
  return { actions: { total: 4, taken: 3, perhaps: 1 }, steps: count, states: count };
}

describe('thresholds', () => {
  it('are missed with exact numbers, in the order of kinds', () => {
    expect(missedThresholds(report(14_071, 22_994), { states: 62, steps: 95, actions: 100 })).toEqual([
      'actions: 75 % of 4 were taken (3), and 100 % are asked for.',
      'steps: 61.1 % of 22,994 were taken (14,071), and 95 % are asked for.',
      'states: 61.1 % of 22,994 were taken (14,071), and 62 % are asked for.',
    ]);
  });

  it('are for what is asked for only', () => {
    expect(missedThresholds(report(0, 10), {})).toEqual([]);
    expect(missedThresholds(report(0, 10), { steps: 0, actions: undefined })).toEqual([]);
  });

  it('do not count what was perhaps taken', () => {
    expect(missedThresholds(report(9, 10, 1), { steps: 100 })).toHaveLength(1);
  });

  it.each([
    [949_999, 1_000_000, 95, false],
    [950_000, 1_000_000, 95, true],
    [612, 1000, 61.2, true],
    [611, 1000, 61.2, false],
    [57, 100, 57, true],
    // 0.57 * 100 is less than 57 as a floating-point number, and 1.1 * 3 more than 3.3.
    [33, 3000, 1.1, true],
    [1, 2 ** 31, 4.7e-8, false],
    [1, 2 ** 31, 4.6e-8, true],
    [99_999, 100_000, 99.9995, false],
    [10, 10, 100, true],
  ])('%i of %i is compared with %d % as it is: %s', (taken, total, asked, isEnough) => {
    expect(missedThresholds(report(taken, total), { steps: asked }).length === 0).toBe(isEnough);
  });

  it('are missed where there is nothing to take', () => {
    expect(missedThresholds(report(0, 0), { steps: 1 })).toEqual([
      'steps: the graph has none, and 1 % are asked for.',
    ]);
  });

  it.each([-1, 100.1, Number.NaN, Infinity])('are from 0 to 100: %d is refused', (asked) => {
    expect(() => missedThresholds(report(1, 1), { steps: asked })).toThrow(
      `steps: a percentage is from 0 to 100, and ${asked} is asked for.`,
    );
  });

  it('are told with rates that are never more than they are', () => {
    expect(rateText({ total: 1_000_000, taken: 949_999, perhaps: 0 })).toBe('94.9 %');
    expect(rateText({ total: 3, taken: 3, perhaps: 0 })).toBe('100 %');
    expect(rateText({ total: 2, taken: 1, perhaps: 0 })).toBe('50 %');
  });
});
