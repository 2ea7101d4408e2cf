import { expect, it } from 'vitest';
import type { LedgerRecord } from '../ledger/record.js';
import type { Effect } from '../role.js';
import { effectQueue } from './effect-queue.js';

const persist = (bal: number): Effect => ({ type: 'persist', record: { type: 'promise', bal } });
const undecided = (bal: number): Effect => ({ type: 'undecided', bal });

function queue() {
  const appended: (readonly [of: string, record: LedgerRecord])[] = [];
  const made = effectQueue<string>((of, record) => void appended.push([of, record]));
  const release = (durable: number): readonly string[] =>
    made.release(durable).map(({ of, effect }) => `${of} ${effect.type === 'undecided' ? effect.bal : ''}`);
  return { made, appended, release };
}

it('gives records to the ledger at once, in their order', () => {
  const { made, appended } = queue();
  made.push('x', [persist(1), undecided(1), persist(2)]);
  made.push('y', [persist(3)]);
  expect(appended.map(([of, { bal }]) => [of, bal])).toEqual([
    ['x', 1],
    ['x', 2],
    ['y', 3],
  ]);
});

it('lets nothing pass a record that is not durable, of whichever consensus it is', () => {
  const { made, release } = queue();
  made.push('x', [undecided(0), persist(1), undecided(1)]);
  made.push('y', [undecided(2), persist(2), undecided(3)]);
  expect(release(0)).toEqual(['x 0']);
  expect(release(0)).toEqual([]);
  expect(release(1)).toEqual(['x 1', 'y 2']);
  expect(made.size).toBe(1);
  expect(release(2)).toEqual(['y 3']);
  expect(made.size).toBe(0);
});

it('gives out what comes later at once when everything is durable', () => {
  const { made, release } = queue();
  made.push('x', [persist(1), undecided(1)]);
  expect(release(1)).toEqual(['x 1']);
  made.push('x', [undecided(2)]);
  expect(release(1)).toEqual(['x 2']);
});
