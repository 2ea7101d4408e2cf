import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parcelsModel } from '../../test/parcels.js';
import { paxosTiny } from '../../test/paxos-tiny.js';
import type { Model } from '../model/model.js';
import type { StateSpace } from '../trace/space.js';
import { type BehaviourConstraints, behaviours, type ModelBehaviour } from './index.js';

const paxos = (await paxosTiny()) as unknown as Model;
const parcels = parcelsModel() as unknown as Model;
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

const labels = ({ behaviour }: ModelBehaviour): readonly string[] =>
  behaviour.steps.map(({ label }) => label.key);
/** Whether the last of these steps is taken, and the others before it. */
function endsIn(taken: readonly string[], wanted: readonly string[]): boolean {
  const before = new Set(taken.slice(0, taken.lastIndexOf(wanted.at(-1) ?? '') + 1));
  return wanted.every((label) => before.has(label));
}

/** The labels that remain if one is left out, and with it those that are then possible in no way: no code of Synod's. */
function without(space: StateSpace, taken: readonly string[], index: number): readonly string[] {
  const remaining: string[] = [];
  let states: readonly number[] = space.initial;
  for (const label of taken.toSpliced(index, 1)) {
    const next = states.flatMap((state) =>
      [...space.steps(state, { action: undefined, parameters: [] })].flatMap((step) =>
        step.label.key === label ? [step.to] : [],
      ),
    );
    if (next.length === 0) continue;
    remaining.push(label);
    states = [...new Set(next)];
  }
  return remaining;
}

const cases: readonly [string, Model, readonly string[], readonly string[]][] = [
  [
    'a graph of TLC',
    paxos,
    ['Phase1b(a1)', 'Phase1b(a2)', 'Phase2a(1, v2)'],
    ['Phase1a(1)', 'Phase1b(a1)', 'Phase1b(a2)', 'Phase2a(1, v2)'],
  ],
  [
    'a specification in TypeScript',
    parcels,
    ['Send("a", "b")', 'Stamp("c")', 'Look("d")'],
    [
      'Look("d")',
      'Pack("a")',
      'Pack("b")',
      'Pack("c")',
      'Pack("d")',
      'Send("a", "b")',
      'Stamp("a")',
      'Stamp("b")',
      'Stamp("c")',
    ],
  ],
];

describe.each(cases)(
  'a behaviour of 40 steps of %s that fails because of three',
  (_, model, wanted, expected) => {
    it.each(seeds)('shrinks to those and what enables them: seed %i', (seed) => {
      const fails = (taken: readonly string[]): boolean => endsIn(taken, wanted);
      const property = (constraints: BehaviourConstraints) =>
        fc.property(behaviours(model, constraints), (behaviour) => !fails(labels(behaviour)));
      const long = { minLength: 40, maxLength: 40 };
      const first = fc.check(property(long), { seed, numRuns: 10_000, endOnFailure: true })
        .counterexample?.[0];
      expect(first?.steps).toHaveLength(40);
      const { counterexample, numShrinks } = fc.check(property({}), {
        examples: [[first as ModelBehaviour]],
        numRuns: 1,
      });
      expect(numShrinks).toBeGreaterThan(0);
      const found = (counterexample ?? []).flatMap(labels);
      expect(found.toSorted()).toEqual(expected);
      for (const index of found.keys()) {
        expect(fails(without(model.space, found, index)), `without ${found[index]}`).toBe(false);
      }
    });
  },
);

it('a behaviour written down as labels shrinks too', () => {
  const written = ['Phase1a(1)', 'Phase1a(0)', 'Phase1b(a3)', 'Phase1b(a1)', 'Phase1b(a2)', 'Phase2a(1, v2)'];
  const property = fc.property(behaviours(paxos), (given) => {
    const taken = Array.isArray(given) ? (given as readonly string[]) : labels(given);
    return !endsIn(taken, ['Phase1b(a1)', 'Phase1b(a2)', 'Phase2a(1, v2)']);
  });
  const examples: [ModelBehaviour][] = [[written as unknown as ModelBehaviour]];
  const { counterexample } = fc.check(property, { examples, numRuns: 1 });
  expect(counterexample?.map(labels)).toEqual([
    ['Phase1a(1)', 'Phase1b(a1)', 'Phase1b(a2)', 'Phase2a(1, v2)'],
  ]);
});

it('values that were printed as JSON shrink too, others do not', () => {
  const arbitrary = behaviours(paxos);
  const [behaviour] = fc.sample(arbitrary, { seed: 1, numRuns: 1 });
  expect(arbitrary.canShrinkWithoutContext(JSON.parse(JSON.stringify(behaviour)))).toBe(true);
  expect(arbitrary.canShrinkWithoutContext([])).toBe(true);
  expect(arbitrary.canShrinkWithoutContext({ ...behaviour, initial: {} })).toBe(false);
  for (const none of [undefined, null, 1, 'Phase1a(0)', {}, ['Phase1b(a1)'], [null]]) {
    expect(arbitrary.canShrinkWithoutContext(none)).toBe(false);
  }
});
