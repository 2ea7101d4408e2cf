import { describe, expect, it } from 'vitest';
import { graphOf } from '../test/graphs.js';
import { strongFairness, weakFairness } from './fairness.js';
import { isFairLasso } from './is-fair-lasso.js';
import type { LivenessProblem } from './problem.js';

// Steps 0 to 4: A to the cycle of 1 and 2; from 2, C leads out, and D changes nothing.
const graph = graphOf(
  4,
  [0],
  [
    [0, 'A', 1],
    [1, 'B', 2],
    [2, 'B', 1],
    [2, 'C', 3],
    [2, 'D', 2],
  ],
);
const [toRing, there, back, out, idle] = [0, 1, 2, 3, 4];
const lasso = { start: 0, prefix: [toRing], cycle: [there, back] };
const problem: LivenessProblem = {
  graph,
  fairness: [weakFairness(graph, 'B', ({ action }) => action === 'B')],
  goal: { type: 'eventually', holds: (state) => state === 3 },
};
const is = (wanted: string) => (label: { readonly action: string }) => label.action === wanted;

describe('isFairLasso', () => {
  it.each([
    ['a cycle', problem, lasso],
    ['one that starts later', problem, { start: 0, prefix: [toRing, there], cycle: [back, there] }],
    ['a step on it that changes nothing', problem, { ...lasso, cycle: [there, idle, back] }],
    [
      'that step, though it is forbidden',
      { ...problem, allowed: (step: number) => step !== idle },
      { ...lasso, cycle: [there, idle, back] },
    ],
    ['staying where nothing fair is enabled', { ...problem, fairness: [] }, { ...lasso, cycle: [] }],
    [
      'weak fairness of what is disabled on the way',
      { ...problem, fairness: [weakFairness(graph, 'C', is('C'))] },
      lasso,
    ],
    [
      'a debt on the cycle',
      {
        ...problem,
        goal: { type: 'leadsTo', from: (s: number) => s === 2, to: (s: number) => s === 3 } as const,
      },
      lasso,
    ],
    [
      'a debt after one that is paid',
      { ...problem, goal: { type: 'leadsTo', from: (s: number) => s < 2, to: () => false } as const },
      lasso,
    ],
  ])('accepts %s', (_, claim, candidate) => {
    expect(isFairLasso(claim, candidate)).toBe(true);
  });

  it.each([
    ['a start that is not initial', problem, { start: 1, prefix: [], cycle: [there, back] }],
    ['a step from elsewhere', problem, { start: 0, prefix: [there], cycle: [back, there] }],
    ['a cycle that is not closed', problem, { ...lasso, cycle: [there] }],
    ['no such step', problem, { ...lasso, cycle: [there, 99] }],
    ['a forbidden step', { ...problem, allowed: (step: number) => step !== back }, lasso],
    [
      'reaching the goal',
      { ...problem, goal: { type: 'eventually', holds: (s: number) => s === 0 } as const },
      lasso,
    ],
    ['staying where something weakly fair is enabled', problem, { ...lasso, cycle: [] }],
    ['a step that changes nothing for one', problem, { ...lasso, prefix: [toRing, there], cycle: [idle] }],
    [
      'strong fairness of what is enabled on the way',
      { ...problem, fairness: [strongFairness(graph, 'C', is('C'))] },
      lasso,
    ],
    [
      'a debt that there is not',
      { ...problem, goal: { type: 'leadsTo', from: (s: number) => s === 3, to: () => false } as const },
      lasso,
    ],
    [
      'a debt that is paid',
      {
        ...problem,
        goal: { type: 'leadsTo', from: (s: number) => s === 0, to: (s: number) => s === 1 } as const,
      },
      { start: 0, prefix: [toRing, there], cycle: [back, there] },
    ],
    [
      'a debt that is paid each time round',
      {
        ...problem,
        goal: { type: 'leadsTo', from: (s: number) => s === 1, to: (s: number) => s === 2 } as const,
      },
      lasso,
    ],
    [
      'one paid before the cycle',
      {
        ...problem,
        fairness: [],
        goal: { type: 'leadsTo', from: (s: number) => s === 0, to: (s: number) => s === 1 } as const,
      },
      { start: 0, prefix: [toRing, there, out], cycle: [] },
    ],
  ])('rejects %s', (_, claim, candidate) => {
    expect(isFairLasso(claim, candidate)).toBe(false);
  });

  it('goes by the steps of the graph, not by how the constraint was made', () => {
    const never = { name: 'X', kind: 'weak', enabled: () => true, isStep: () => false } as const;
    expect(isFairLasso({ ...problem, fairness: [never] }, lasso)).toBe(false);
    expect(
      isFairLasso({ ...problem, fairness: [{ ...never, isStep: (step) => step === back }] }, lasso),
    ).toBe(true);
    const idling = { ...lasso, cycle: [there, idle, back] };
    expect(
      isFairLasso({ ...problem, fairness: [{ ...never, isStep: (step) => step === idle }] }, idling),
    ).toBe(false);
  });
});
