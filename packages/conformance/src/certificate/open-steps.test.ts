import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OpenSteps } from './open-steps.js';

type Step = readonly [from: number, label: number, to: number];

/** What is given of these lines, and the states that were closed too early. */
function given(lines: readonly Step[], window: number, scattered: ReadonlySet<number> = new Set()) {
  const found: string[] = [];
  const steps = new OpenSteps({ window, scattered, step: (...step) => void found.push(step.join(' ')) });
  for (const [from, label, to] of lines) steps.add(from, label, to);
  steps.finish();
  return { found: found.toSorted(), reopened: steps.reopened };
}

const each = (lines: readonly Step[]): readonly string[] =>
  [...new Set(lines.map((step) => step.join(' ')))].toSorted();

const small = fc.nat({ max: 5 });
const anyLines = fc.array(fc.tuple(small, fc.nat({ max: 2 }), small), { maxLength: 80 });
const anyWindow = fc.integer({ min: 1, max: 12 });

describe('the steps of states', () => {
  it('come once each, or their state is said to have been closed too early', () => {
    fc.assert(
      fc.property(anyLines, anyWindow, (lines, window) => {
        const { found, reopened } = given(lines, window);
        const others = (list: readonly string[]) => list.filter((step) => !reopened.has(Number(step[0])));
        expect(others(found)).toEqual(others(each(lines)));
      }),
    );
  });

  it('come once each when those states are kept, as often as it takes', () => {
    fc.assert(
      fc.property(anyLines, anyWindow, (lines, window) => {
        const scattered = new Set<number>();
        let last = given(lines, window, scattered);
        while (last.reopened.size > 0) {
          for (const state of last.reopened) {
            expect(scattered.has(state)).toBe(false);
            scattered.add(state);
          }
          last = given(lines, window, scattered);
        }
        expect(last.found).toEqual(each(lines));
      }),
    );
  });

  it('are not expected after so many lines of others', () => {
    const others = (count: number): readonly Step[] => Array.from({ length: count }, (_, i) => [1 + i, 0, 0]);
    expect(given([[0, 0, 0], ...others(7), [0, 0, 0]], 4).reopened).toEqual(new Set([0]));
    expect(given([[0, 0, 0], ...others(4), [0, 0, 0]], 4).reopened).toEqual(new Set());
  });

  it('of a state with more steps than lines are looked at stay together', () => {
    const many: readonly Step[] = Array.from({ length: 1000 }, (_, i) => [0, 0, i]);
    const { found, reopened } = given([...many, ...many], 10);
    expect(reopened.size).toBe(0);
    expect(found).toHaveLength(1000);
  });
});
