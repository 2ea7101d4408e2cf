import { type DiskLedger, type LedgerEntry, type MemoryDisk, memoryDisk, openLedger } from '@synod/runtime';
import { someEntries } from './trial.js';

export const ledgerPath = 'data/ledger';

/** Opens the ledger on a disk, as a node does that starts there. */
export function openOn(disk: MemoryDisk): Promise<DiskLedger> {
  return openLedger('data', { cluster: 'synod', node: 'a1', disk });
}

/** Entries, and the ledger that the storage made of them. */
export async function writeLog(
  records: number,
): Promise<{ readonly entries: readonly LedgerEntry[]; readonly bytes: Uint8Array }> {
  const disk = memoryDisk();
  const ledger = await openOn(disk);
  const entries = someEntries(records);
  for (const entry of entries) ledger.append(entry);
  await ledger.sync();
  return { entries, bytes: disk.bytes(ledgerPath) as Uint8Array };
}
