import { RuntimeError } from '../errors.js';
import { backlog } from './backlog.js';
import type { DiskFile } from './disk.js';
import type { Ledger, LedgerEntry } from './ledger.js';
import { compacted, type LedgerPlace, replaceLedger, writeDurably } from './ledger-file.js';
import { compactAt as compactFrom, longestLedger } from './limits.js';
import { turns } from './turns.js';

/** A ledger that is a file. */
export interface DiskLedger extends Ledger {
  /** How long the file is, in bytes: what is durable. */
  readonly size: number;
  /** How many bytes wait for the disk. */
  readonly waiting: number;
  compactIfLarge(): Promise<void>;
  /** As `compactIfLarge`, however small the file is. */
  compact(): Promise<void>;
}

export interface DiskLedgerOptions {
  readonly opened: DiskFile;
  readonly size: number;
  readonly entries: readonly LedgerEntry[];
  readonly place: LedgerPlace;
  readonly release: () => Promise<void>;
  readonly compactAt?: number;
}

/** A ledger whose file is open, and durable up to its size. One thing at a time is done to the file. */
export function diskLedger(options: DiskLedgerOptions): DiskLedger {
  const { place, entries, release, compactAt = compactFrom } = options;
  let { opened, size } = options;
  let large = compactAt;
  let nextSync: Promise<void> | undefined;
  let closing: Promise<void> | undefined;
  const appended = backlog(place.file);
  // Nobody knows what of a failed write is on the disk, nor whether a later sync that succeeds means it: nothing comes after it.
  const work = turns();

  const flush = async (): Promise<void> => {
    const pieces = appended.take();
    if (pieces.length === 0) return;
    const length = total(pieces);
    if (size + length > longestLedger) throw full(place.file);
    await writeDurably(opened, pieces, size, place.file);
    size += length;
    appended.written(length);
  };
  const compact = (): Promise<void> => {
    const upTo = size;
    return work.take(async () => {
      const pieces = await compacted(place, upTo, size);
      const before = opened;
      opened = await replaceLedger(place, pieces);
      size = total(pieces);
      large = Math.max(compactAt, 2 * size);
      await before.close();
    });
  };
  return {
    entries,
    get size() {
      return size;
    },
    get waiting() {
      return appended.waiting;
    },
    append(entry) {
      if (closing !== undefined) throw closed(place.file);
      if (work.failure !== undefined) throw work.failure;
      appended.add(entry);
    },
    sync() {
      if (closing !== undefined) return Promise.reject(closed(place.file));
      nextSync ??= work.take(() => {
        nextSync = undefined;
        return flush();
      });
      return nextSync;
    },
    compact: () => (closing === undefined ? compact() : Promise.reject(closed(place.file))),
    compactIfLarge: async () => {
      if (size > large && closing === undefined) await compact();
    },
    close() {
      closing ??= (work.failure === undefined ? work.take(flush) : Promise.resolve())
        .finally(() => opened.close())
        .finally(release);
      return closing;
    },
  };
}

function total(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

function full(file: string): RuntimeError {
  return new RuntimeError(
    'ledger-full',
    `${file} has reached ${longestLedger} bytes: it holds too many instances for one node.`,
  );
}

function closed(file: string): RuntimeError {
  return new RuntimeError('closed', `${file} has been closed.`);
}
