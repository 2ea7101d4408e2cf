import { expect, test } from 'vitest';
import { fuzz, inputs } from '../fuzz/run.js';

test('inputs that are almost right end in a value or an InputError', async () => {
  const { find, read, refused } = await fuzz(7, 0, 18_000);
  expect(find).toBeUndefined();
  // Both ends are reached, or the inputs are of no use.
  expect(Math.min(read, refused)).toBeGreaterThan(2000);
}, 120_000);

test('the same seed gives the same inputs', () => {
  expect(inputs(3)(77).input).toEqual(inputs(3)(77).input);
  expect(inputs(3)(77).input).not.toEqual(inputs(4)(77).input);
});
