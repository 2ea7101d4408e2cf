import { expect, it } from 'vitest';
import { safeValue } from './safe-value.js';
import type { Reported } from './state.js';

const none: Reported = { mbal: -1, mval: undefined };

it.each<[string, readonly Reported[], string | undefined]>([
  ['its own where nobody has voted', [none, none], 'M'],
  ['the only value reported', [none, { mbal: 0, mval: 'A' }], 'A'],
  [
    'that of the highest ballot, last',
    [
      { mbal: 1, mval: 'A' },
      { mbal: 2, mval: 'K' },
    ],
    'K',
  ],
  [
    'that of the highest ballot, first',
    [
      { mbal: 2, mval: 'K' },
      { mbal: 1, mval: 'A' },
    ],
    'K',
  ],
  [
    'not the most frequent',
    [
      { mbal: 1, mval: 'A' },
      { mbal: 1, mval: 'A' },
      { mbal: 2, mval: 'K' },
    ],
    'K',
  ],
])('%s', (_, reported, value) => {
  expect(safeValue(reported, 'M')).toBe(value);
});

it('is none where there is none', () => {
  expect(safeValue([none], undefined)).toBeUndefined();
});
