import { type LedgerHead, ledgerVersion, parseEntry, parseHead, type StoredEntry } from './entry.js';
import { type Found, frameAt, writtenLength } from './frame.js';

/** What the bytes of a ledger say. */
export interface LedgerReading {
  /** Missing where not even the head is whole. */
  readonly head: LedgerHead | undefined;
  readonly entries: readonly StoredEntry[];
  /** Where the whole records end: the next one is written here. One more than the bytes that there are, if just a line feed is missing. */
  readonly end: number;
  /**
   * What comes after the whole records. `whole`: nothing. `torn`: what a crash leaves of a write that nobody was told of; it is
   * to be cut, see `mendLedger`. `damaged`: what no crash explains; records that were believed may be lost, so the node must
   * not run on it.
   */
  readonly rest: 'whole' | 'torn' | 'damaged';
  /** Where that begins. */
  readonly at: number;
  /** With `damaged`: why. */
  readonly reason?: string;
}

/** Reads a ledger, as far as its records are whole. It never throws. */
export function readLedger(bytes: Uint8Array): LedgerReading {
  const written = writtenLength(bytes);
  const entries: StoredEntry[] = [];
  let head: LedgerHead | undefined;
  let at = 0;
  const result = (rest: LedgerReading['rest'], where: number, reason?: string): LedgerReading => {
    const read = { head, entries, end: at, rest, at: where };
    return reason === undefined ? read : { ...read, reason };
  };
  while (at < bytes.length) {
    const found: Found = frameAt(bytes, written, at);
    if (found.type !== 'frame') {
      return result(found.type, at, found.type === 'damaged' ? found.reason : undefined);
    }
    if (head === undefined) {
      head = parseHead(found.payload);
      if (head === undefined)
        return result('damaged', at, 'the first record does not say whose ledger it is');
      if (head.ledger !== ledgerVersion)
        return result('damaged', at, `its format has version ${head.ledger}`);
    } else {
      const entry = parseEntry(found.payload);
      if (entry === undefined) return result('damaged', at, 'a record is neither promise, vote nor ballot');
      entries.push(entry);
    }
    at = found.next;
    if (!found.ended) return result('torn', at - 1);
  }
  return result(head === undefined ? 'torn' : 'whole', at);
}

/** A torn ledger with its tail cut: what can be written on. Of a whole one, a copy. */
export function mendLedger(bytes: Uint8Array, { end }: LedgerReading): Uint8Array {
  const mended = new Uint8Array(end);
  mended.set(bytes.subarray(0, end));
  // The line feed of the last record may not have made it.
  if (end > 0) mended[end - 1] = 10;
  return mended;
}
