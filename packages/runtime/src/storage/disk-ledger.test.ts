import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from './ledger.js';
import { type DiskOperation, memoryDisk } from './memory-disk.js';
import { openLedger } from './open-ledger.js';

const whose = { cluster: 'synod', node: 'a1' };
const vote = (bal: number, val = 'K'): LedgerEntry => ({
  instance: 'law',
  record: { type: 'vote', bal, val },
});

test('syncs that are asked for while one is under way share the next', async () => {
  const operations: string[] = [];
  const disk = memoryDisk({ fault: ({ type }) => void operations.push(type) as undefined });
  const ledger = await openLedger('data', { ...whose, disk });
  operations.length = 0;
  ledger.append(vote(0));
  const first = ledger.sync();
  await Promise.resolve();
  await Promise.resolve();
  const rest = [1, 2, 3, 4, 5].map((bal) => {
    ledger.append(vote(bal));
    return ledger.sync();
  });
  await Promise.all([first, ...rest]);
  expect(operations).toEqual(['write', 'sync', 'write', 'sync']);
  await ledger.sync();
  expect(operations).toHaveLength(4);
  expect((await openLedger('data', { ...whose, disk: disk.crashed() })).entries).toHaveLength(6);
});

test('a sync resolves when what was appended before is durable, not earlier', async () => {
  const disk = memoryDisk();
  const ledger = await openLedger('data', { ...whose, disk });
  for (let bal = 0; bal < 20; bal += 1) {
    ledger.append(vote(bal));
    const before = ledger.sync();
    ledger.append(vote(bal + 100));
    await before;
    const { entries } = await openLedger('data', { ...whose, disk: disk.crashed() });
    expect(entries).toContainEqual(vote(bal));
  }
});

test('short writes are gone on with', async () => {
  const disk = memoryDisk({
    fault: ({ type, length }) => (type === 'write' ? Math.min(length, 7) : undefined),
  });
  const ledger = await openLedger('data', { ...whose, disk });
  ledger.append(vote(1));
  ledger.append(vote(2));
  await ledger.sync();
  expect((await openLedger('data', { ...whose, disk: disk.crashed() })).entries).toEqual([vote(1), vote(2)]);
});

describe('a disk that fails', () => {
  const failures = [
    ['ENOSPC', 'write', 'disk-full', /could not be written, for the disk is full \(ENOSPC\)/],
    ['EIO', 'write', 'disk-failed', /could not be written \(EIO\)/],
    ['EIO', 'sync', 'disk-failed', /could not be synced \(EIO\)/],
    ['ENOSPC', 'sync', 'disk-full', /could not be synced, for the disk is full/],
  ] as const;
  test.each(failures)(
    '%s on a %s: nothing is acknowledged from then on',
    async (code, type, expected, message) => {
      let failing = false;
      const fault = (operation: DiskOperation): undefined => {
        if (failing && operation.type === type) throw Object.assign(new Error(code), { code });
      };
      const ledger = await openLedger('data', { ...whose, disk: memoryDisk({ fault }) });
      ledger.append(vote(1));
      await ledger.sync();
      failing = true;
      ledger.append(vote(2));
      const [one, two] = [ledger.sync(), ledger.sync()];
      await expect(one).rejects.toThrow(message);
      await expect(two).rejects.toMatchObject({ code: expected });
      failing = false;
      // A sync that succeeds would not mean what was lost before.
      await expect(ledger.sync()).rejects.toMatchObject({ code: expected });
      await expect(ledger.compact()).rejects.toMatchObject({ code: expected });
      expect(() => ledger.append(vote(3))).toThrow(message);
      await ledger.close();
    },
  );

  test('a write of nothing, for ever', async () => {
    let stuck = false;
    const fault = ({ type }: DiskOperation): number | undefined =>
      stuck && type === 'write' ? 0 : undefined;
    const ledger = await openLedger('data', { ...whose, disk: memoryDisk({ fault }) });
    stuck = true;
    ledger.append(vote(1));
    await expect(ledger.sync()).rejects.toMatchObject({ code: 'disk-failed' });
  });

  test('a sync that was asked for while one fails, fails', async () => {
    let failing = false;
    const fault = ({ type }: DiskOperation): undefined => {
      if (failing && type === 'sync') throw Object.assign(new Error(), { code: 'EIO' });
    };
    const ledger = await openLedger('data', { ...whose, disk: memoryDisk({ fault }) });
    failing = true;
    ledger.append(vote(1));
    const one = ledger.sync();
    await Promise.resolve();
    ledger.append(vote(2));
    const results = await Promise.allSettled([one, ledger.sync()]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

test('what is too long is refused, and the ledger goes on', async () => {
  const disk = memoryDisk();
  const ledger = await openLedger('data', { ...whose, disk });
  expect(() => ledger.append(vote(1, 'x'.repeat(2 ** 24)))).toThrow('at most 16777216 go into a ledger');
  ledger.append(vote(1, 'y'.repeat(2 ** 20)));
  ledger.append(vote(2));
  await ledger.sync();
  const { entries } = await openLedger('data', { ...whose, disk: disk.crashed() });
  expect(entries).toEqual([vote(1, 'y'.repeat(2 ** 20)), vote(2)]);
});

test('it is synced when it is closed, and closed for good', async () => {
  const disk = memoryDisk();
  const ledger = await openLedger('data', { ...whose, disk });
  ledger.append(vote(1));
  await Promise.all([ledger.close(), ledger.close()]);
  expect(() => ledger.append(vote(2))).toThrow('has been closed');
  await expect(ledger.sync()).rejects.toMatchObject({ code: 'closed' });
  expect((await openLedger('data', { ...whose, disk: disk.crashed() })).entries).toEqual([vote(1)]);
});
