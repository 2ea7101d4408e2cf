/** The file of a node's ledger. What was not synced may be lost in a crash, from the end on. */
export interface Disk {
  /** How many bytes are there for certain. */
  readonly durable: number;
  /** How many bytes were written. */
  readonly length: number;
  write(bytes: Uint8Array): void;
  sync(): void;
  /** Of what is not there for certain, only the first so many bytes are left. */
  crash(kept: number): void;
  /** Has these bytes and no others, for certain. */
  replace(bytes: Uint8Array): void;
  /** A copy of what was written. */
  read(): Uint8Array;
}

export function newDisk(): Disk {
  let bytes = new Uint8Array(256);
  let length = 0;
  let durable = 0;
  return {
    get durable() {
      return durable;
    },
    get length() {
      return length;
    },
    write(more) {
      if (length + more.length > bytes.length) {
        const larger = new Uint8Array(2 * (length + more.length));
        larger.set(bytes.subarray(0, length));
        bytes = larger;
      }
      bytes.set(more, length);
      length += more.length;
    },
    sync() {
      durable = length;
    },
    crash(kept) {
      length = Math.min(length, durable + kept);
      durable = length;
    },
    replace(other) {
      bytes = other.slice();
      length = other.length;
      durable = length;
    },
    read: () => bytes.slice(0, length),
  };
}
