import { expect, it } from 'vitest';
import { lowerUnits } from '../../../test/lowered.js';
import { compareTiers, tiersOf } from '../../../test/tiers.js';

const pairs = 'Init == x = [i \\in P |-> 0] /\\ y = x\nNext == \\E i \\in P :';

it.each([
  ['of one of two that are stored together', `${pairs} x' = x /\\ y' = [y EXCEPT ![i] = (@ + 1) % 3]`, {}],
  [
    'of two that are stored apart, because together they have many',
    `${pairs} x' = [x EXCEPT ![i] = (@ + 1) % 3] /\\ y' = [y EXCEPT ![i] = (@ + x[i]) % 3]`,
    { group: 4 },
  ],
  ['of one that cannot be taken apart', "Next == x' = (x + 1) % 9 /\\ y' = y", { group: 4 }],
  [
    'that a guard ends',
    "Init == x = {0} /\\ y = 0\nNext == 3 \\notin x /\\ x' = {i + 1 : i \\in x} \\cup {0} /\\ y' = y",
    {},
  ],
])('the values are found %s', async (_, units, budgets) => {
  const { first, second } = tiersOf(await lowerUnits(units), budgets);
  if (typeof second === 'string') throw new Error(second);
  const { distinct, differences } = compareTiers(first, second);
  expect(differences).toEqual([]);
  expect(distinct).toBeGreaterThan(3);
});
