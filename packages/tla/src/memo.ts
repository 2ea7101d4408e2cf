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

/** How many look-ups are counted before it is judged whether remembering pays, and how many must have hit. */
const trial = 4096;
const fewestHits = 256;

/**
 * A memo of bounded size: it forgets everything when it has grown to so many characters. If hardly anything
 * is found in it, it stops remembering: where each text is a new one, keeping them all costs more than
 * reading.
 */
export function newMemo(characters: number = 64_000_000): Memo {
  const entries = new Map<string, ValueEntry>();
  let size = 0;
  let lookups = 0;
  let hits = 0;
  let useful = true;
  const judge = (): void => {
    useful = hits >= fewestHits;
    if (!useful) entries.clear();
    lookups = 0;
    hits = 0;
  };
  return {
    get(text) {
      if (!useful) return undefined;
      const entry = entries.get(text);
      lookups += 1;
      if (entry !== undefined) hits += 1;
      if (lookups === trial) judge();
      return entry;
    },
    put(text, entry) {
      if (!useful) return;
      size += text.length + entry.key.length + 100;
      if (size > characters) {
        entries.clear();
        size = text.length;
      }
      entries.set(detach(text), entry);
    },
  };
}
