import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf, smallProblems, type Triple } from '../test/graphs.js';
import { shortestPrefixByBruteForce } from '../test/oracle.js';
import { never, strongFairness, weakFairness } from './fairness.js';
import { findLasso } from './find-lasso.js';
import { isFairLasso } from './is-fair-lasso.js';
import { unroll } from './lasso.js';
import type { LivenessProblem } from './problem.js';

const is = (action: string) => (label: { readonly action: string }) => label.action === action;

/** `<>(x = goal)` on a graph that starts in 0, with fairness of the actions named. */
function problem(
  size: number,
  steps: readonly Triple[],
  goal: number,
  { weak = [], strong = [] }: { weak?: readonly string[]; strong?: readonly string[] },
): LivenessProblem {
  const graph = graphOf(size, [0], steps);
  return {
    graph,
    fairness: [
      ...weak.map((action) => weakFairness(graph, action, is(action))),
      ...strong.map((action) => strongFairness(graph, action, is(action))),
    ],
    goal: { type: 'eventually', holds: (state) => state === goal },
  };
}

describe('findLasso', () => {
  it('agrees with trying all walks, to the length of the prefix', () => {
    let [held, failed, stuttered] = [0, 0, 0];
    fc.assert(
      fc.property(smallProblems, (small) => {
        const verdict = findLasso(small);
        const expected = shortestPrefixByBruteForce(small);
        expect(verdict.holds).toBe(expected === -1);
        if (verdict.holds) {
          held++;
          return;
        }
        failed++;
        if (verdict.lasso.cycle.length === 0) stuttered++;
        expect(isFairLasso(small, verdict.lasso)).toBe(true);
        // For `P ~> Q` too: the prefix holds the debt and nothing that is not needed to get to the cycle.
        expect(verdict.lasso.prefix).toHaveLength(expected);
      }),
      { numRuns: 3000 },
    );
    // A comparison that only ever met one kind would show little.
    expect(Math.min(held, failed - stuttered, stuttered)).toBeGreaterThan(50);
  });

  it('stays where it may: a state is a cycle', () => {
    const idle = problem(2, [[0, 'A', 1]], 1, {});
    expect(findLasso(idle)).toEqual({
      holds: false,
      states: 2,
      avoiding: 1,
      lasso: { start: 0, prefix: [], cycle: [] },
    });
    expect(findLasso(problem(2, [[0, 'A', 1]], 1, { weak: ['A'] }))).toEqual({
      holds: true,
      states: 2,
      avoiding: 1,
    });
  });

  it('takes a step that changes nothing for no step', () => {
    expect(
      findLasso(
        problem(
          2,
          [
            [0, 'A', 0],
            [0, 'B', 1],
          ],
          1,
          { weak: ['A'] },
        ),
      ).holds,
    ).toBe(false);
  });

  it('goes round, where weak fairness lets it and strong fairness does not', () => {
    // A leads to the goal from 1, and not from 0, which B comes back to.
    const steps: readonly Triple[] = [
      [0, 'B', 1],
      [1, 'B', 0],
      [1, 'A', 2],
    ];
    const verdict = findLasso(problem(3, steps, 2, { weak: ['A', 'B'] }));
    if (verdict.holds) throw new Error('no lasso');
    expect(verdict.lasso.prefix).toEqual([]);
    expect(verdict.lasso.cycle).toHaveLength(2);
    expect(findLasso(problem(3, steps, 2, { weak: ['B'], strong: ['A'] })).holds).toBe(true);
  });

  it('leaves out states that enable what a component cannot do, and looks at the rest anew', () => {
    // 1 and 2 go round without A; 0 is joined to them and enables it.
    const steps: readonly Triple[] = [
      [0, 'B', 1],
      [1, 'B', 2],
      [2, 'B', 1],
      [2, 'C', 0],
      [0, 'A', 3],
    ];
    const verdict = findLasso(problem(4, steps, 3, { weak: ['B'], strong: ['A'] }));
    if (verdict.holds) throw new Error('no lasso');
    expect(verdict.lasso.prefix).toHaveLength(1);
    expect(verdict.lasso.cycle).toHaveLength(2);
  });

  it('counts a step for every action that joins the same two states', () => {
    const steps: readonly Triple[] = [
      [0, 'A', 1],
      [0, 'B', 1],
      [1, 'B', 0],
      [1, 'C', 2],
    ];
    expect(findLasso(problem(3, steps, 2, { weak: ['A', 'B'] }))).toMatchObject({ holds: false });
    const graph = graphOf(
      2,
      [0],
      [
        [0, 'A', 1],
        [0, 'B', 1],
      ],
    );
    const allowed = never(graph, is('A'));
    expect([allowed(0), allowed(1)]).toEqual([false, false]);
  });

  it('lets a forbidden step enable its action: nothing fair is left, and anything holds', () => {
    const graph = graphOf(2, [0], [[0, 'A', 1]]);
    const goal = { type: 'eventually', holds: () => false } as const;
    const fairness = [weakFairness(graph, 'A', is('A'))];
    expect(findLasso({ graph, fairness, goal, allowed: never(graph, is('A')) })).toMatchObject({
      holds: true,
      states: 1,
    });
    expect(findLasso({ graph, fairness, goal })).toMatchObject({ holds: false, states: 2 });
  });

  it('is not fair by a step that it may not take', () => {
    // Round by B; the other way round by A, which is enabled everywhere and forbidden.
    const ring: readonly Triple[] = [0, 1, 2].flatMap((x): Triple[] => [
      [x, 'B', (x + 1) % 3],
      [x, 'A', (x + 2) % 3],
    ]);
    const round = problem(3, ring, -1, { weak: ['A'] });
    expect(findLasso(round).holds).toBe(false);
    expect(findLasso({ ...round, allowed: never(round.graph, is('A')) }).holds).toBe(true);
  });

  it('owes P ~> Q only after P', () => {
    const graph = graphOf(
      4,
      [0],
      [
        [0, 'A', 1],
        [1, 'A', 2],
        [2, 'A', 3],
      ],
    );
    const owing = (goal: number): LivenessProblem => ({
      graph,
      fairness: [],
      goal: { type: 'leadsTo', from: (state) => state === 2, to: (state) => state === goal },
    });
    const verdict = findLasso(owing(3));
    if (verdict.holds) throw new Error('no lasso');
    expect(unroll(graph, verdict.lasso)).toMatchObject({ states: [0, 1, 2], backTo: 2, stutters: true });
    expect(findLasso(owing(2)).holds).toBe(true);
    expect(findLasso({ ...owing(3), fairness: [weakFairness(graph, 'A', is('A'))] }).holds).toBe(true);
  });

  it('is no deeper on a long path than on a short one', () => {
    const length = 50_000;
    const line: Triple[] = Array.from({ length }, (_, i) => [i, 'A', i + 1]);
    const ring = problem(length + 2, [...line, [length, 'A', 0], [length, 'B', length + 1]], length + 1, {
      weak: ['A', 'B'],
    });
    const verdict = findLasso(ring);
    if (verdict.holds) throw new Error('no lasso');
    expect(verdict.lasso.cycle).toHaveLength(length + 1);
    expect(isFairLasso(ring, verdict.lasso)).toBe(true);
  });
});

describe('unroll', () => {
  it('writes a cycle with the step that closes it', () => {
    const graph = graphOf(
      3,
      [0],
      [
        [0, 'A', 1],
        [1, 'B', 2],
        [2, 'C', 1],
      ],
    );
    const { labels, ...rest } = unroll(graph, { start: 0, prefix: [0], cycle: [1, 2] });
    expect(rest).toEqual({ states: [0, 1, 2], backTo: 1, stutters: false });
    expect(labels.map(({ key }) => key)).toEqual(['A', 'B', 'C']);
  });
});
