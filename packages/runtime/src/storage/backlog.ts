import { encodeEntry } from '@synod/roles';
import { RuntimeError } from '../errors.js';
import type { LedgerEntry } from './ledger.js';
import { mostWaiting } from './limits.js';

/** Entries on their way to the disk, as bytes. */
export interface Backlog {
  /** @throws RuntimeError `too-large`, `disk-behind` */
  add(entry: LedgerEntry): void;
  /** Takes out all there are. They count as waiting until `written` is told of them. */
  take(): readonly Uint8Array[];
  written(length: number): void;
  /** In bytes. */
  readonly waiting: number;
}

/**
 * @param file for messages
 * @param most how many bytes may wait
 */
export function backlog(file: string, most: number = mostWaiting): Backlog {
  let pieces: Uint8Array[] = [];
  let waiting = 0;
  return {
    add(entry) {
      const bytes = encoded(entry);
      if (waiting + bytes.length > most) {
        throw new RuntimeError(
          'disk-behind',
          `${file} is too slow: ${waiting} bytes wait for the disk. Give the node a faster one, or fewer clients.`,
        );
      }
      pieces.push(bytes);
      waiting += bytes.length;
    },
    take() {
      const taken = pieces;
      pieces = [];
      return taken;
    },
    written(length) {
      waiting -= length;
    },
    get waiting() {
      return waiting;
    },
  };
}

function encoded(entry: LedgerEntry): Uint8Array {
  try {
    return encodeEntry(entry);
  } catch (cause) {
    throw new RuntimeError('too-large', `The ledger cannot hold ${(cause as Error).message}.`, { cause });
  }
}
