import { describe, expect, it } from 'vitest';
import { lowerUnits } from '../../../test/lowered.js';
import type { Engine } from '../../run/engine.js';
import { exploreEngine } from '../../run/explore/explore-engine.js';
import { loadValues } from '../../run/values/load.js';
import { emitValues } from '../values/emit-values.js';
import { emitPacked } from './emit.js';
import { loadPacked } from './load.js';

/** Engines of both tiers, of which neither labels its steps. */
async function unlabelled(units: string): Promise<readonly [Engine, Engine]> {
  const lowered = await lowerUnits(units);
  const first = loadValues(emitValues(lowered, { labels: false }));
  const packed = emitPacked(lowered, { labels: false });
  if ('refusal' in packed) throw new Error(packed.refusal);
  return [first, loadPacked(packed, { exact: () => first })];
}

describe('steps that change nothing, without labels', () => {
  it.each([
    [
      'to a set',
      "Init == x = {} /\\ y = {}\nNext == \\E i \\in 1..3 : x' = x \\cup {i} /\\ y' = y \\cup {i % 2}",
    ],
    ['from a set', "Init == x = 1..3 /\\ y = 0\nNext == \\E i \\in 1..3 : x' = x \\ {i} /\\ y' = y"],
    ['of values', "Next == \\E i \\in 0..2, j \\in 0..1 : x' = i /\\ y' = j"],
    ['counted in several ways', "Next == (x = 0 \\/ y = 0) /\\ x' = 0 /\\ y' \\in {0, 1}"],
    ['which are all there are', 'Next == UNCHANGED <<x, y>>'],
  ])('are generated as often as in the first tier: %s', async (_, units) => {
    const [first, second] = await unlabelled(units);
    const { bytes: _first, ...expected } = await exploreEngine(first);
    const { bytes: _second, ...found } = await exploreEngine(second);
    expect(found).toEqual(expected);
    expect(found.ending).toEqual({ type: 'complete' });
    expect(found.generated).toBeGreaterThan(found.distinct);
  });

  it('are told of at once, in the state that they begin in', async () => {
    const [, second] = await unlabelled("Next == \\E i \\in 0..2 : x' = x /\\ y' = i - i");
    second.init(() => undefined);
    const from = second.successor.slice();
    const told: unknown[] = [];
    second.next(from, 0, () => told.push([second.multiplicity, [...second.successor]]));
    expect(told).toEqual([[3, [...from]]]);
  });
});
