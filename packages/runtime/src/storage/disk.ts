/** A file that is written. */
export interface DiskFile {
  /** @returns how many of the bytes were written, from the first: perhaps fewer than there are */
  write(bytes: Uint8Array, position: number): Promise<number>;
  truncate(length: number): Promise<void>;
  /** Resolves when a crash of the machine cannot take away what was written. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What a ledger needs of a file system, so that tests can make it fail. Errors have the `code` that Node gives them. */
export interface Disk {
  /** Makes a folder where there is none, durably. */
  makeFolder(folder: string): Promise<void>;
  /** All that is in a file; undefined if there is none. */
  read(file: string): Promise<Uint8Array | undefined>;
  /** A file that is there, to write on. */
  open(file: string): Promise<DiskFile>;
  /** A new file, in place of one that is there. */
  create(file: string): Promise<DiskFile>;
  rename(from: string, to: string): Promise<void>;
  /** Makes the names in a folder durable. */
  syncFolder(folder: string): Promise<void>;
  /**
   * Keeps everybody else from a folder, until it is let go of or this process ends, however it ends.
   *
   * @returns what lets go of it
   * @throws RuntimeError `locked`
   */
  lock(folder: string): Promise<() => Promise<void>>;
}
