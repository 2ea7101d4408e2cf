import { expect, it } from 'vitest';
import { lowerUnits } from '../../../test/lowered.js';
import { countStates, tiersOf } from '../../../test/tiers.js';
import type { Engine } from '../../run/engine.js';
import { emitPacked } from './emit.js';
import { loadPacked } from './load.js';

/** The engines of a specification, of which the second labels no steps. */
async function enginesOf(units: string): Promise<readonly [Engine, Engine]> {
  const lowered = await lowerUnits(units);
  const { first } = tiersOf(lowered);
  const packed = emitPacked(lowered, { labels: false });
  if ('refusal' in packed) throw new Error(packed.refusal);
  return [first, loadPacked(packed, { exact: () => first })];
}

it('elements that a set has already are added all at once', async () => {
  const [, second] = await enginesOf(
    "Init == x = 1..3 /\\ y = {}\nNext == \\E i \\in 1..3 : (x' = x \\cup {i} /\\ y' = y) \\/ (x' = x \\ {i} /\\ y' = y)",
  );
  const from = new Int32Array(second.width);
  second.init(() => from.set(second.successor));
  const told: (number | undefined)[] = [];
  second.next(from, 0, () => {
    if (second.successor.join() === from.join()) told.push(second.multiplicity);
  });
  expect(told).toEqual([3]);
});

it.each([
  ['another set', "Init == x = {} /\\ y = {}\nNext == (x' = y /\\ y' = y) \\/ (x' = x /\\ y' \\in SUBSET P)"],
  ['another value', "Next == (x' = y /\\ y' = y) \\/ (x' = x /\\ y' \\in 0..2)"],
])('what becomes %s does not stay', async (_, units) => {
  const [first, second] = await enginesOf(units);
  expect(countStates(second)).toEqual(countStates(first));
});
