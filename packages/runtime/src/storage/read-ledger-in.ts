import { join } from 'node:path';
import { type LedgerReading, readLedger } from '@synod/roles';
import { RuntimeError } from '../errors.js';
import { attempt } from './disk-error.js';
import { nodeDisk } from './node-disk.js';
import { ledgerFile } from './open-ledger.js';

/** A node's ledger as it lies there: damaged or torn, of whichever node. Nothing is changed, and nobody is kept out. */
export interface LedgerIn {
  readonly file: string;
  /** How many bytes the file has. */
  readonly length: number;
  readonly reading: LedgerReading;
}

/**
 * Reads the ledger of a node that is stopped; of one that runs, what it is writing now may look torn.
 *
 * @throws RuntimeError `no-ledger`, `disk-failed`, `read-only`, `damaged-ledger` if the file is longer than 1 GiB
 */
export async function readLedgerIn(folder: string): Promise<LedgerIn> {
  const file = join(folder, ledgerFile);
  const bytes = await attempt(file, 'read', () => nodeDisk.read(file));
  if (bytes === undefined) {
    throw new RuntimeError('no-ledger', `${folder} has no ledger: give the folder of a node's data.`);
  }
  return { file, length: bytes.length, reading: readLedger(bytes) };
}
