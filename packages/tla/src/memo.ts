import { detach } from './chunks.js';
import type { TlaValue } from './value.js';

/** A value, and its canonical form beside it so that it is made only once. */
export interface ValueEntry {
  readonly value: TlaValue;
  readonly key: string;
}

/** Values by the text they were read from. */
export interface Memo {
  get(text: string): ValueEntry | undefined;
  put(text: string, entry: ValueEntry): void;
}

/**
 * A memo that forgets everything when it has grown to so many characters, which bounds the memory of whoever
 * reads a file in which nothing recurs.
 */
export function newMemo(characters: number = 64_000_000): Memo {
  const entries = new Map<string, ValueEntry>();
  let size = 0;
  return {
    get: (text) => entries.get(text),
    put(text, entry) {
      size += text.length + entry.key.length + 100;
      if (size > characters) {
        entries.clear();
        size = text.length;
      }
      entries.set(detach(text), entry);
    },
  };
}
