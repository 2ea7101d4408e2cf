import { expect, it } from 'vitest';
import { randomFrom } from '../random/random.js';
import { newAgenda } from './agenda.js';

it('gives what was added by time, and in that order at the same time', () => {
  const random = randomFrom(1);
  const agenda = newAgenda<number>();
  const added = Array.from({ length: 500 }, (_, what) => ({ time: random.below(50), what }));
  for (const { time, what } of added) agenda.add(time, what);
  expect(agenda.size).toBe(500);
  const taken = added.map(() => {
    const due = agenda.take();
    return due === undefined ? undefined : { time: due.time, what: due.what };
  });
  expect(taken).toEqual(added.toSorted((one, other) => one.time - other.time || one.what - other.what));
  expect(agenda.take()).toBeUndefined();
});
