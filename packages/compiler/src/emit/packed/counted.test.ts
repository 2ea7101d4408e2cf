import { expect, it } from 'vitest';
import { lowerUnits } from '../../../test/lowered.js';
import { compareTiers, tiersOf } from '../../../test/tiers.js';

it.each([
  [
    'elements that may not be there',
    "Init == x = 0 /\\ y = {}\nNext == (\\A i \\in y : x = 0 \\/ i = 1) /\\ x' = (x + 1) % 2 /\\ y' \\in SUBSET P",
  ],
  [
    'successors told after others that are counted',
    "Next == ((x >= 0 \\/ y = 0) /\\ x' = 1 /\\ y' = 1) \\/ (x' = 2 /\\ y' = 1) \\/ (x < 2 /\\ x' = x + 1 /\\ y' = 0)",
  ],
  [
    'ways within ways',
    "Next == (x >= 0 \\/ y = 0) /\\ \\E i \\in 0..1 : (x = i \\/ y >= 0 \\/ y = i) /\\ x' = (x + 1) % 3 /\\ y' = 1 - y",
  ],
  [
    'several ways to several successors, to one of them several',
    "Next == (x >= 0 \\/ y = 0) /\\ ((x = 0 /\\ x' = 1 /\\ y' = 1) \\/ (y = 0 /\\ x' = 1 /\\ y' = 1) \\/ (x' = 0 /\\ y' = 0))",
  ],
  [
    'changes of the same bits that depend on different ones',
    "Init == x = {} /\\ y = {}\nNext == (x' = y /\\ y' = y) \\/ (x' = {3 - e : e \\in y} /\\ y' = y) \\/ (x' = x /\\ y' \\in SUBSET P)",
  ],
  [
    'changes by the same table, of different values',
    "Next == (x' = (x + 1) % 3 /\\ y' = y) \\/ (x' = (y + 1) % 3 /\\ y' = y) \\/ (x' = x /\\ y' = (y + 1) % 3)",
  ],
  [
    'changes by different tables, of the same value',
    "Next == (x' = (x + 1) % 3 /\\ y' = y) \\/ (x' = (x + 2) % 3 /\\ y' = y) \\/ (x' = x /\\ y' = (y + 1) % 3)",
  ],
  [
    'steps of several actions to one state',
    "A == x' = 1 - x /\\ y' = y\nB == x' = 1 - x /\\ y' = y\nNext == A \\/ B \\/ A",
  ],
  [
    'steps whose parameter is the value of another variable',
    "A(i) == x' \\in 0..1 /\\ y' \\in 0..1\nNext == A(x) \\/ A(y)",
  ],
  [
    'steps of one action to one state, with other parameters',
    "A(i, j) == x' = 1 - x /\\ y' = 1 - y\nB(i, j) == x' = 1 - x /\\ y' = 1 - y\nNext == A(x, y) \\/ A(y, x) \\/ B(x, y) \\/ (x' = 1 /\\ y' \\in 0..1) \\/ A(1, 2) \\/ A(2, 1)",
  ],
])('the second tier counts as the first does: %s', async (_, units) => {
  const { first, second, asked } = tiersOf(await lowerUnits(units));
  if (typeof second === 'string') throw new Error(second);
  expect(compareTiers(first, second).differences).toEqual([]);
  expect(asked()).toBe(0);
});

it('counts what it finds in a search that might break off, until it does', async () => {
  const { first, second, asked } = tiersOf(
    await lowerUnits(
      "Init == x = 0 /\\ y = [i \\in 0..2 |-> i + 1]\nNext == (x' = y[x] /\\ y' = y) \\/ ((x >= 0 \\/ x < 1) /\\ x' = 0 /\\ y' = y)",
    ),
  );
  if (typeof second === 'string') throw new Error(second);
  const { distinct, generated, differences } = compareTiers(first, second);
  expect(differences).toEqual([]);
  // One initial state; three steps from 0, two each from 1 and 2, and none from 3, which has no value in `y`.
  expect({ distinct, generated, asked: asked() }).toEqual({ distinct: 4, generated: 8, asked: 1 });
});
