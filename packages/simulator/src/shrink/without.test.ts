import { expect, it } from 'vitest';
import { reduce, without } from './without.js';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

it('leaves out a part', () => {
  expect(without([1, 2, 3, 4], 1, 2)).toEqual([1, 4]);
});

it.each([[[0]], [[99]], [[3, 50, 51]], [[0, 25, 50, 75, 99]], [[]]])(
  'what is needed is left: %j',
  (needed) => {
    let attempts = 0;
    const left = reduce(numbers(100), (fewer) => {
      attempts += 1;
      return needed.every((one) => fewer.includes(one)) ? fewer : undefined;
    });
    expect(left).toEqual(needed);
    expect(attempts).toBeLessThan(400);
  },
);

it('leaves no single item that can be left out, also where parts must go together', () => {
  const even = (items: readonly number[]): boolean => items.length % 2 === 0 && items.includes(7);
  const left = reduce(numbers(40), (fewer) => (even(fewer) ? fewer : undefined));
  for (const at of left.keys()) expect(even(without(left, at, 1))).toBe(false);
});

it('goes on with what the attempt says is left', () => {
  const left = reduce(numbers(20), (fewer) =>
    fewer.includes(5) ? fewer.filter((one) => one <= 5) : undefined,
  );
  expect(left).toEqual([5]);
});
