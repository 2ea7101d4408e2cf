import { expect, it } from 'vitest';
import { lowerUnits } from '../../../test/lowered.js';
import { compareTiers, tiersOf } from '../../../test/tiers.js';

const each = (size: number): string => `x = [i \\in 1..${size} |-> 0]`;
const turned = (size: number, values: number): string =>
  `\\E i \\in 1..${size} : x' = [x EXCEPT ![i] = (@ + 1) % ${values}]`;

it.each([
  [
    '32 elements of a set',
    "Init == x = {} /\\ y = 0\nNext == \\E i \\in 1..32 : x' = x \\cup {i} /\\ y' = y",
    1,
  ],
  [
    '33 elements of a set',
    "Init == x = {} /\\ y = 0\nNext == \\E i \\in 1..33 : x' = x \\cup {i} /\\ y' = y",
    2,
  ],
  ['16 of four values', `Init == ${each(16)} /\\ y = 0\nNext == ${turned(16, 4)} /\\ y' = y`, 1],
  ['10 of five values', `Init == ${each(10)} /\\ y = 0\nNext == ${turned(10, 5)} /\\ y' = y`, 1],
  ['11 of five values', `Init == ${each(11)} /\\ y = 0\nNext == ${turned(11, 5)} /\\ y' = y`, 2],
  [
    '8 that have four values here and four there',
    `Init == ${each(8)} /\\ y = x\nNext == (${turned(8, 4)} /\\ y' = y) \\/ (\\E i \\in 1..8 : y' = [y EXCEPT ![i] = (@ + 1) % 4] /\\ x' = x)`,
    1,
  ],
])('bits of their own in as few words as there can be: %s', async (_, units, words) => {
  const { first, second } = tiersOf(await lowerUnits(units));
  if (typeof second === 'string') throw new Error(second);
  expect(second.width).toBe(words);
  expect(compareTiers(first, second, 30).differences).toEqual([]);
});
