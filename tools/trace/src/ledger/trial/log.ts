import { type DiskLedger, type LedgerEntry, type MemoryDisk, memoryDisk, openLedger } from '@synod/runtime';
import { someEntries } from './trial.js';

/** A ledger as the storage wrote it. */
export interface Log {
  readonly entries: readonly LedgerEntry[];
  readonly bytes: Uint8Array;
  /** How long it was when each entry was acknowledged; before that, when it was begun. */
  readonly acknowledged: readonly number[];
}

const file = 'data/ledger';

function open(disk: MemoryDisk): Promise<DiskLedger> {
  return openLedger('data', { cluster: 'synod', node: 'a1', disk });
}

/** Writes so many records, each synced by itself. */
export async function writeLog(records: number): Promise<Log> {
  const disk = memoryDisk();
  const ledger = await open(disk);
  const entries = someEntries(records);
  const acknowledged = [ledger.size];
  for (const entry of entries) {
    ledger.append(entry);
    await ledger.sync();
    acknowledged.push(ledger.size);
  }
  return { entries, bytes: disk.bytes(file) as Uint8Array, acknowledged };
}

/** What a node that starts again finds in a ledger of these bytes. */
export async function reopen(bytes: Uint8Array): Promise<readonly LedgerEntry[]> {
  return (await open(memoryDisk({ files: [[file, bytes]] }))).entries;
}
