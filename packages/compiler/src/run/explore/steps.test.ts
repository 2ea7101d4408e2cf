import { EvaluationError } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { predicate, toyEngine, word } from '../../../test/toy-engine.js';
import type { EngineProperty } from '../engine.js';
import { exploreEngine } from './explore-engine.js';

/** Round and round: 0, 1, 2, and 0 again. */
const round = {
  start: [[0, 0]],
  steps: ([x = 0]: readonly number[]): readonly (readonly ['Go', readonly number[]])[] => [
    ['Go', [(x + 1) % 3, 0]],
  ],
};

const without = (name: string, from: number, to: number): EngineProperty => ({
  name,
  initial: () => true,
  always: undefined,
  step: (s, at, t, toAt) => word(s, at, 0) !== from || word(t, toAt, 0) !== to,
});

describe('every step is held against', () => {
  it('what a property says of it, also one back to where all began', async () => {
    const { ending } = await exploreEngine(toyEngine({ ...round, properties: [without('P', 2, 0)] }));
    expect(ending).toMatchObject({ type: 'property', name: 'P', part: 'step' });
    expect('path' in ending && ending.path.map(([x]) => x)).toEqual([0, 1, 2, 0]);
  });

  it('every property', async () => {
    const properties = [without('P', 5, 5), without('Q', 1, 2), without('R', 2, 0)];
    expect((await exploreEngine(toyEngine({ ...round, properties }))).ending).toMatchObject({ name: 'Q' });
  });

  it('every action constraint', async () => {
    const within = (from: number): { name: string; holds: NonNullable<EngineProperty['step']> } => ({
      name: `not from ${from}`,
      holds: (s, at) => word(s, at, 0) !== from,
    });
    const actionConstraints = [within(2), within(1)];
    expect(await exploreEngine(toyEngine({ ...round, actionConstraints }))).toMatchObject({ distinct: 2 });
  });
});

describe('a state that is wrong goes before what is wrong in the next one of its level', () => {
  const never = (): never => {
    throw new EvaluationError('later');
  };
  const invariants = [predicate('Low', (x) => x < 5)];

  it.each([
    ['a broken rule', never, false],
    ['a state without a step', () => [], true],
  ])('%s', async (_, second, checkDeadlock) => {
    const steps = ([x = 0]: readonly number[]): ReturnType<typeof round.steps> =>
      x === 0 ? [['Go', [5, 0]]] : second();
    const start = [
      [0, 0],
      [1, 0],
    ];
    const { ending } = await exploreEngine(toyEngine({ start, steps, invariants, checkDeadlock }));
    expect(ending).toMatchObject({ type: 'invariant', name: 'Low' });
  });
});
