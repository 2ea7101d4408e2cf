import { expect, it } from 'vitest';
import { randomFrom } from './random.js';

const numbers = (seed: number): readonly number[] => {
  const random = randomFrom(seed);
  return draw(5, () => random.next());
};

const draw = <T>(count: number, one: () => T): readonly T[] => Array.from({ length: count }, one);

it('gives the same numbers for a seed, and others for another', () => {
  const first = numbers(1);
  expect(first).toEqual(numbers(1));
  expect(first).toEqual([393288148, 2174103013, 3814759091, 2092745082, 1865176206]);
  expect(numbers(2)).not.toEqual(first);
  expect(numbers(2 ** 32 + 1)).not.toEqual(first);
});

it('stays below what is asked for, and gives everything below it', () => {
  const random = randomFrom(3);
  const drawn = draw(2000, () => random.below(7));
  expect([...new Set(drawn)].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

it('lets happen what does so never, always, and half of the time', () => {
  const random = randomFrom(4);
  expect(draw(500, () => random.happens(0))).not.toContain(true);
  expect(draw(500, () => random.happens(1024))).not.toContain(false);
  const half = draw(4000, () => random.happens(512)).filter(Boolean).length;
  expect(Math.abs(half - 2000)).toBeLessThan(200);
});

it('waits whole times, as long as asked for on average, and sometimes much longer', () => {
  const random = randomFrom(5);
  const waits = draw(4000, () => random.wait(100));
  const mean = waits.reduce((total, wait) => total + wait, 0) / waits.length;
  expect(waits.every(Number.isSafeInteger)).toBe(true);
  expect(Math.abs(mean - 100)).toBeLessThan(10);
  expect(Math.max(...waits)).toBeGreaterThan(400);
});
