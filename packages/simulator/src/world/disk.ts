/** The file of a node's ledger. What was not synced may be lost in a crash, from the end on. */
export interface Disk {
  /** Whether something was written that is not there for certain. */
  readonly dirty: boolean;
  /** How many bytes are there for certain. */
  readonly durable: number;
  /** How many bytes were written. */
  readonly length: number;
  /** Writes what `encode` gives. It may be called later, when somebody wants to see bytes. */
  write(encode: () => Uint8Array): void;
  sync(): void;
  /** Of what is not there for certain, only the first so many bytes are left. */
  crash(kept: number): void;
  /** Has these bytes and no others, for certain. */
  replace(bytes: Uint8Array): void;
  /** A copy of what was written. */
  read(): Uint8Array;
}

/** An empty one. Most nodes never crash: bytes are made only when they are asked for. */
export function newDisk(): Disk {
  let chunks: { readonly encode: () => Uint8Array; bytes?: Uint8Array }[] = [];
  /** How many of the chunks are there for certain. */
  let synced = 0;
  const bytesOf = (from: number, to: number): readonly Uint8Array[] =>
    chunks.slice(from, to).map((chunk) => (chunk.bytes ??= chunk.encode()));
  const lengthOf = (from: number, to: number): number =>
    bytesOf(from, to).reduce((total, { length }) => total + length, 0);
  const disk: Disk = {
    get dirty() {
      return synced < chunks.length;
    },
    get durable() {
      return lengthOf(0, synced);
    },
    get length() {
      return lengthOf(0, chunks.length);
    },
    write: (encode) => {
      chunks.push({ encode });
    },
    sync() {
      synced = chunks.length;
    },
    crash(kept) {
      const certain = bytesOf(0, synced);
      const rest = join(bytesOf(synced, chunks.length)).slice(0, kept);
      disk.replace(join([...certain, rest]));
    },
    replace(bytes) {
      chunks = [{ encode: () => bytes }];
      synced = 1;
    },
    read: () => join(bytesOf(0, chunks.length)),
  };
  return disk;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
