import { encodeEntry, encodeHead } from '@synod/roles';
import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from './ledger.js';
import { type MemoryDisk, memoryDisk } from './memory-disk.js';
import { openLedger } from './open-ledger.js';

const file = 'data/ledger';
const head = encodeHead('synod', 'a1', 'c1');

const open = (disk: MemoryDisk): ReturnType<typeof openLedger> =>
  openLedger('data', { cluster: 'synod', node: 'a1', configuration: 'c1', disk });

const vote = (bal: number): LedgerEntry => ({ instance: 'law', record: { type: 'vote', bal, val: 'K' } });

function holding(...parts: readonly Uint8Array[]): MemoryDisk {
  return memoryDisk({ files: [[file, Uint8Array.from(parts.flatMap((part) => [...part]))]] });
}

test('what was synced is there when it is opened again', async () => {
  const disk = memoryDisk();
  const ledger = await open(disk);
  expect(ledger.entries).toEqual([]);
  ledger.append(vote(1));
  await ledger.sync();
  ledger.append(vote(2));
  ledger.append(vote(3));
  await ledger.sync();
  await ledger.close();
  const again = await open(disk.crashed());
  expect(again.entries).toEqual([vote(1), vote(2), vote(3)]);
  expect(again.size).toBe(disk.bytes(file)?.length);
});

test('what is appended and not synced is not, after a crash', async () => {
  const disk = memoryDisk();
  const ledger = await open(disk);
  ledger.append(vote(1));
  expect((await open(disk.crashed())).entries).toEqual([]);
});

test('one is begun durably: a crash at every moment leaves none or a whole one', async () => {
  for (let crash = 0; crash < 8; crash += 1) {
    let operations = 0;
    const disk = memoryDisk({
      fault: () => {
        operations += 1;
        if (operations > crash) throw new Error('crash');
        return undefined;
      },
    });
    await open(disk).catch(() => {});
    for (const renamed of [false, true]) {
      for (let kept = 0; kept <= head.length; kept += 1) {
        expect((await open(disk.crashed({ kept, renamed }))).entries).toEqual([]);
      }
    }
  }
});

test('a torn tail is cut, and what is written then is there', async () => {
  const last = encodeEntry(vote(2));
  for (let kept = 0; kept < last.length; kept += 1) {
    for (const zeros of [0, 1, 100]) {
      const disk = holding(head, encodeEntry(vote(1)), last.subarray(0, kept), new Uint8Array(zeros));
      const ledger = await open(disk);
      const known = kept === last.length - 1 ? [vote(1), vote(2)] : [vote(1)];
      expect(ledger.entries).toEqual(known);
      ledger.append(vote(3));
      await ledger.sync();
      expect((await open(disk.crashed())).entries).toEqual([...known, vote(3)]);
    }
  }
});

test('a crash while a torn tail is cut loses nothing', async () => {
  const last = encodeEntry(vote(2));
  for (const kept of [5, last.length - 5, last.length - 1]) {
    for (let crash = 3; crash < 8; crash += 1) {
      const start = holding(head, encodeEntry(vote(1)), last.subarray(0, kept), new Uint8Array(9));
      let operations = 0;
      const disk = memoryDisk({
        files: [[file, start.bytes(file) as Uint8Array]],
        fault: () => {
          operations += 1;
          if (operations > crash) throw new Error('crash');
          return undefined;
        },
      });
      await open(disk).catch(() => {});
      for (const left of [disk.crashed(), disk.crashed({ kept: 1 })]) {
        expect((await open(left)).entries).toEqual((await open(start.crashed())).entries);
      }
    }
  }
});

test('what was found is durable before anybody believes it', async () => {
  const operations: string[] = [];
  const disk = memoryDisk({
    files: [[file, head]],
    fault: ({ type }) => void operations.push(type) as undefined,
  });
  await open(disk);
  expect(operations).toEqual(['lock', 'read', 'open', 'sync']);
});

describe('refused', () => {
  const unread = Uint8Array.from(encodeEntry(vote(1)));
  unread[20] = 0;
  test.each([
    ['other-cluster', holding(encodeHead('other', 'a1')), /is of the cluster other, not of synod/],
    ['other-node', holding(encodeHead('synod', 'a2')), /is the ledger of a2, not of a1/],
    [
      'other-configuration',
      holding(encodeHead('synod', 'a1', 'c0')),
      /under another configuration of the cluster synod \(c0, not c1\): start a1 with/,
    ],
    ['damaged-ledger', holding(head, unread), new RegExp(`is damaged at byte ${head.length}: a record has`)],
    ['damaged-ledger', holding(new Uint8Array()), /at byte 0: it ends before it says whose it is/],
    ['damaged-ledger', holding(head.subarray(0, 20)), /at byte 0: it ends before/],
    ['damaged-ledger', holding(new Uint8Array(4096)), /at byte 0: it ends before/],
  ])('%s', async (code, disk, message) => {
    const before = disk.bytes(file);
    await expect(open(disk)).rejects.toMatchObject({ name: 'RuntimeError', code });
    await expect(open(disk)).rejects.toThrow(message);
    expect(disk.bytes(file)).toEqual(before);
  });

  test('while another has it; not when that is closed', async () => {
    const disk = memoryDisk();
    const ledger = await open(disk);
    await expect(open(disk)).rejects.toMatchObject({ code: 'locked' });
    await ledger.close();
    await (await open(disk)).close();
  });

  test.each([
    ['EROFS', 'lock', 'read-only', 'data could not be locked (EROFS)'],
    ['EACCES', 'open', 'read-only', 'data/ledger could not be opened (EACCES)'],
    ['EIO', 'read', 'disk-failed', 'data/ledger could not be read (EIO)'],
    ['EIO', 'sync', 'disk-failed', 'data/ledger could not be mended (EIO)'],
  ])('%s when it is asked to %s: %s', async (code, type, expected, message) => {
    const fault = (operation: { readonly type: string }): undefined => {
      if (operation.type === type) throw Object.assign(new Error(code), { code });
    };
    const disk = memoryDisk({ files: [[file, head]], fault });
    const opened = open(disk);
    await expect(opened).rejects.toMatchObject({ code: expected });
    await expect(opened).rejects.toThrow(message);
  });
});

test('the configuration is not looked at where one side does not say it', async () => {
  for (const held of [undefined, 'c0']) {
    const disk = holding(encodeHead('synod', 'a1', held));
    const ledger = await openLedger('data', { cluster: 'synod', node: 'a1', disk });
    expect(ledger.entries).toEqual([]);
    await ledger.close();
    if (held === undefined) await (await open(disk)).close();
  }
});
