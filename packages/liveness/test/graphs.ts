import { GraphBuilder, type StateGraph } from '@synod/spec';
import * as fc from 'fast-check';
import { never, strongFairness, weakFairness } from '../src/fairness.js';
import type { LivenessProblem } from '../src/problem.js';

/** A step of a small graph: from, label, to. */
export type Triple = readonly [from: number, label: string, to: number];

/** A graph of states 0, 1, … with one variable, x, that is the state's number. */
export function graphOf(size: number, initial: readonly number[], steps: readonly Triple[]): StateGraph {
  const builder = new GraphBuilder('Small', ['x']);
  for (let state = 0; state < size; state++) builder.state([state]);
  for (const state of initial) builder.initial(state);
  for (const [from, label, to] of steps) builder.step(from, builder.label(label, []), to);
  return builder.build();
}

const labels = ['A', 'B', 'C'] as const;
const label = fc.constantFrom(...labels);

/** A problem on at most six states, and what it was made of, which is what a failure prints. */
export const smallProblems: fc.Arbitrary<LivenessProblem> = fc
  .integer({ min: 1, max: 6 })
  .chain((size) => {
    const state = fc.nat({ max: size - 1 });
    const states = fc.uniqueArray(state);
    return fc.record({
      size: fc.constant(size),
      initial: fc.uniqueArray(state, { minLength: 1 }),
      steps: fc.array(fc.tuple(state, label, state), { minLength: 3, maxLength: 16 }),
      constraints: fc.array(
        fc.record({
          kind: fc.constantFrom('weak', 'strong'),
          of: fc.subarray([...labels], { minLength: 1 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      forbidden: fc.option(label, { freq: 2, nil: undefined }),
      from: fc.option(states, { nil: undefined }),
      reached: fc.uniqueArray(state, { maxLength: 2 }),
    });
  })
  .map((parts) => Object.assign(problemOf(parts), { [fc.toStringMethod]: () => fc.stringify(parts) }));

interface Parts {
  readonly size: number;
  readonly initial: readonly number[];
  readonly steps: readonly Triple[];
  readonly constraints: readonly { readonly kind: string; readonly of: readonly string[] }[];
  readonly forbidden: string | undefined;
  readonly from: readonly number[] | undefined;
  readonly reached: readonly number[];
}

function problemOf({ size, initial, steps, constraints, forbidden, from, reached }: Parts): LivenessProblem {
  const graph = graphOf(size, initial, steps);
  return {
    graph,
    fairness: constraints.map(({ kind, of }, i) => {
      const fairness = kind === 'weak' ? weakFairness : strongFairness;
      return fairness(graph, `constraint ${i}`, ({ action }) => of.includes(action));
    }),
    allowed: forbidden === undefined ? undefined : never(graph, ({ action }) => action === forbidden),
    goal:
      from === undefined
        ? { type: 'eventually', holds: (state) => reached.includes(state) }
        : {
            type: 'leadsTo',
            from: (state) => from.includes(state),
            to: (state) => reached.includes(state),
          },
  };
}
