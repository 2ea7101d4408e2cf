import { expect, it } from 'vitest';
import { toyEngine, word } from '../../../test/toy-engine.js';
import { exploreEngine } from './explore-engine.js';

/** All pairs of two numbers; of a pair and the pair turned round, the one in order stands for both. */
const pairs = {
  start: [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => [x, y])),
  steps: () => [],
};
const representative = (states: Int32Array, at: number, target: Int32Array, targetAt: number): void => {
  const pair = [word(states, at, 0), word(states, at, 1)].toSorted((a, b) => a - b);
  target.set(pair, targetAt);
};
const view = (states: Int32Array, at: number): number => word(states, at, 0);

it.each([
  ['neither', {}, 9],
  ['SYMMETRY', { representative }, 6],
  ['VIEW', { view }, 3],
  // (2, 1) is looked at as (1, 2) is, and so are (1, 1) and (1, 2); (0, 2) as (0, 0).
  ['both: what VIEW sees of the state that stands for it', { representative, view }, 3],
])('states are told apart by %s', async (_, more, distinct) => {
  expect(await exploreEngine(toyEngine({ ...pairs, ...more }))).toMatchObject({ distinct, generated: 9 });
});

it('of states that VIEW would tell apart, those that SYMMETRY takes for each other are one', async () => {
  const start = [
    [0, 1],
    [1, 0],
  ];
  const engine = toyEngine({ start, steps: () => [], representative, view });
  expect(await exploreEngine(engine)).toMatchObject({ distinct: 1 });
});
