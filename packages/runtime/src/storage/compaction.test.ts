import { compactEntries, readLedger } from '@synod/roles';
import { describe, expect, test } from 'vitest';
import type { DiskLedger } from './disk-ledger.js';
import type { LedgerEntry } from './ledger.js';
import { type DiskOperation, type MemoryDisk, memoryDisk } from './memory-disk.js';
import { openLedger } from './open-ledger.js';

const open = (disk: MemoryDisk, compactAt = 1000): Promise<DiskLedger> =>
  openLedger('data', { cluster: 'synod', node: 'a1', configuration: 'c1', disk, compactAt });

const entry = (instance: string, bal: number): LedgerEntry =>
  bal % 2 === 0
    ? { instance, record: { type: 'promise', bal } }
    : { instance, record: { type: 'vote', bal, val: 'K' } };

async function write(ledger: DiskLedger, entries: readonly LedgerEntry[]): Promise<void> {
  for (const written of entries) ledger.append(written);
  await ledger.sync();
}

const many = Array.from({ length: 40 }, (_, bal) => entry(bal % 3 === 0 ? 'law' : 'bill', bal));

test('a ledger that has grown is made smaller, and is the same for its node', async () => {
  const disk = memoryDisk();
  const ledger = await open(disk);
  await write(ledger, many.slice(0, 5));
  const small = ledger.size;
  await ledger.compactIfLarge();
  expect(ledger.size).toBe(small);
  await write(ledger, many.slice(5));
  expect(ledger.size).toBeGreaterThan(1000);
  await ledger.compactIfLarge();
  expect(ledger.size).toBeLessThan(400);
  expect(ledger.size).toBe(disk.bytes('data/ledger')?.length);
  await write(ledger, [entry('law', 99)]);
  const { entries } = await open(disk.crashed());
  expect(entries).toEqual([...compactEntries(many), entry('law', 99)]);
  expect(entries.length).toBeLessThanOrEqual(5);
  const { head } = readLedger(disk.bytes('data/ledger') as Uint8Array);
  expect(head).toEqual({ ledger: 1, cluster: 'synod', node: 'a1', configuration: 'c1' });
});

test('one that stays large is not rewritten again and again', async () => {
  const operations: string[] = [];
  const disk = memoryDisk({ fault: ({ type }) => void operations.push(type) as undefined });
  const ledger = await open(disk, 10);
  await write(ledger, many);
  for (let times = 0; times < 5; times += 1) await ledger.compactIfLarge();
  expect(operations.filter((type) => type === 'rename')).toHaveLength(2);
});

test('what was synced after it was allowed is kept as it is: its steps may not be in the trace', async () => {
  const disk = memoryDisk();
  const ledger = await open(disk);
  await write(ledger, many.slice(0, 10));
  // A write is under way, and another comes, when it is allowed.
  ledger.append(many[10] as LedgerEntry);
  const under = ledger.sync();
  const done = ledger.compact();
  ledger.append(many[11] as LedgerEntry);
  const after = ledger.sync();
  await Promise.all([under, done, after]);
  expect((await open(disk.crashed())).entries).toEqual([
    ...compactEntries(many.slice(0, 10)),
    ...many.slice(10, 12),
  ]);
});

describe('a crash at every step of it', () => {
  test('loses nothing', async () => {
    let steps = 0;
    for (let crash = 0; crash <= steps; crash += 1) {
      let counting = false;
      let operations = 0;
      const fault = (): undefined => {
        if (!counting) return;
        operations += 1;
        if (operations > crash) throw new Error('crash');
      };
      const disk = memoryDisk({ fault });
      const ledger = await open(disk);
      await write(ledger, many);
      counting = true;
      const done = await ledger.compact().then(
        () => true,
        () => false,
      );
      if (!done) steps = crash + 1;
      for (const left of leftovers(disk)) {
        const { entries } = await open(left);
        expect(compactEntries(entries)).toEqual(compactEntries(many));
        expect([many.length, compactEntries(many).length]).toContain(entries.length);
      }
    }
    // Read, create, write, sync, rename, sync the folder.
    expect(steps).toBe(6);
  });

  /** What the machine may have kept: of unsynced bytes each number, and the new name or the old. */
  function leftovers(disk: MemoryDisk): readonly MemoryDisk[] {
    const bytes = disk.unsynced('data/ledger') + disk.unsynced('data/ledger.new');
    return Array.from({ length: bytes + 1 }, (_, kept) =>
      [false, true].map((renamed) => disk.crashed({ kept, renamed })),
    ).flat();
  }
});

test('a failure of it is one of the disk: nothing is acknowledged from then on', async () => {
  const fault = ({ type, path }: DiskOperation): undefined => {
    if (type === 'write' && path.endsWith('.new') && full)
      throw Object.assign(new Error(), { code: 'ENOSPC' });
  };
  let full = false;
  const disk = memoryDisk({ fault });
  const ledger = await open(disk);
  await write(ledger, many);
  full = true;
  await expect(ledger.compact()).rejects.toMatchObject({ code: 'disk-full' });
  await expect(ledger.sync()).rejects.toMatchObject({ code: 'disk-full' });
  expect((await open(disk.crashed({ renamed: true }))).entries).toEqual(many);
});

test('a file that somebody else has written to is not made smaller', async () => {
  const disk = memoryDisk();
  const ledger = await open(disk);
  await write(ledger, many);
  const other = await disk.open('data/ledger');
  await other.write(Uint8Array.of(1), ledger.size);
  await expect(ledger.compact()).rejects.toMatchObject({ code: 'damaged-ledger' });
});
