import { expect, it } from 'vitest';
import { IntList } from './int-list.js';

it('keeps what is pushed, in order, however much it is', () => {
  const list = new IntList();
  expect(list.length).toBe(0);
  for (let i = 0; i < 5000; i++) list.push(i * 3 - 1);
  expect(list.length).toBe(5000);
  expect([list.at(0), list.at(1023), list.at(1024), list.at(4999)]).toEqual([-1, 3068, 3071, 14_996]);
});
