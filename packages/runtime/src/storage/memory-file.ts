/** The bytes of a file, and which of them are durable. */
export interface MemoryFile {
  bytes(): Uint8Array;
  write(bytes: Uint8Array, position: number): void;
  truncate(length: number): void;
  sync(): void;
  /** How many bytes were written and not synced. */
  unsynced(): number;
  /** What a crash leaves: of the unsynced writes so many bytes, and so many zeros. */
  crashed(kept: number, zeros: number): Uint8Array;
}

type Change =
  | { readonly type: 'write'; readonly bytes: Uint8Array; readonly position: number }
  | { readonly type: 'truncate'; readonly length: number };

/** @param start what is in it, durably */
export function memoryFile(start: Uint8Array): MemoryFile {
  let durable = start;
  let now = start;
  let changes: Change[] = [];
  const change = (made: Change): void => {
    changes.push(made);
    now = after(now, made);
  };
  return {
    bytes: () => now,
    write: (bytes, position) => change({ type: 'write', bytes, position }),
    truncate: (length) => change({ type: 'truncate', length }),
    sync() {
      durable = now;
      changes = [];
    },
    unsynced: () => changes.reduce((sum, made) => sum + (made.type === 'write' ? made.bytes.length : 0), 0),
    crashed(kept, zeros) {
      let left = durable;
      let more = kept;
      for (const made of changes) {
        if (more === 0) break;
        const part = made.type === 'write' ? { ...made, bytes: made.bytes.subarray(0, more) } : made;
        left = after(left, part);
        if (part.type === 'write') more -= part.bytes.length;
      }
      return zeros === 0 ? left : after(left, { type: 'truncate', length: left.length + zeros });
    },
  };
}

function after(bytes: Uint8Array, change: Change): Uint8Array {
  const length =
    change.type === 'truncate'
      ? change.length
      : Math.max(bytes.length, change.position + change.bytes.length);
  const made = new Uint8Array(length);
  made.set(bytes.subarray(0, length));
  if (change.type === 'write') made.set(change.bytes, change.position);
  return made;
}
