import { expect, it } from 'vitest';
import { lowerUnits } from '../../test/lowered.js';
import { tiersOf } from '../../test/tiers.js';
import { exploreEngine } from '../run/explore/explore-engine.js';

const units = `Init == x = 0 /\\ y = <<0, 0>>
Next == y[1] < 2 /\\ x' = x /\\ y' = [y EXCEPT ![1] = @ + 1]
EachUp == \\A i \\in P : [][y'[i] = y[i] + 1]_(y[i])
EachTwoUp == \\A i \\in P : [][y'[i] = y[i] + 2]_(y[i])`;

it.each([
  ['EachUp', 'complete'],
  ['EachTwoUp', 'property'],
])('steps of \\A are held against each element by itself, what is unchanged too: %s', async (name, type) => {
  const { first, second } = tiersOf(
    await lowerUnits(units, `INIT Init NEXT Next PROPERTY ${name} CHECK_DEADLOCK FALSE`),
  );
  for (const engine of [first, second]) {
    if (typeof engine === 'string') throw new Error(engine);
    expect((await exploreEngine(engine)).ending).toMatchObject({ type });
  }
});
