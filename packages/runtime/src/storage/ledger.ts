import type { LedgerRecord } from '@synod/roles';

/** A record, and the consensus that it is of: each instance is its own. */
export interface LedgerEntry {
  readonly instance: string;
  readonly record: LedgerRecord;
}

/** What a node must not forget, on disk. */
export interface Ledger {
  /** What was found when it was opened, in the order in which it was written. */
  readonly entries: readonly LedgerEntry[];
  /**
   * Adds an entry to what the next sync writes.
   *
   * @throws RuntimeError if it is too long, or too much waits for the disk
   */
  append(entry: LedgerEntry): void;
  /**
   * Writes all that was appended, and waits until a crash of the machine cannot take it away. Syncs that are asked for while one is
   * under way share the next.
   *
   * @throws RuntimeError if the disk is full or fails: from then on every sync does
   */
  sync(): Promise<void>;
  /**
   * Leaves out what the node needs no more, if the file has grown much. To be called when the trace has the steps of all that was
   * synced: what was synced later is kept as it is.
   */
  compactIfLarge?(): Promise<void>;
  close(): Promise<void>;
}
