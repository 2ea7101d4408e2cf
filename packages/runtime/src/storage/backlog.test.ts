import { expect, test } from 'vitest';
import { backlog } from './backlog.js';

test('what waits for the disk is bounded, what is under way included', () => {
  const waiting = backlog('data/ledger', 1000);
  const add = (): void => waiting.add({ instance: 'law', record: { type: 'promise', bal: 1 } });
  const fill = (): void => {
    for (let count = 0; count < 1000; count += 1) add();
  };
  expect(fill).toThrow(/data\/ledger is too slow: \d+ bytes wait/);
  const taken = waiting.take();
  expect(waiting.take()).toEqual([]);
  expect(add).toThrow('too slow');
  waiting.written(taken.reduce((sum, { length }) => sum + length, 0));
  expect(waiting.waiting).toBe(0);
  add();
  expect(waiting.take()).toHaveLength(1);
});
