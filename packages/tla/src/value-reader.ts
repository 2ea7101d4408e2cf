import type { Place } from './error.js';
import { key } from './key.js';
import { newMemo, type ValueEntry } from './memo.js';
import { valueCursor, wholeValue } from './parse-value.js';

/** Reads a value and gives its key with it. */
export type ValueReader = (text: string, place?: Place) => ValueEntry;

/**
 * A reader that remembers: a text that it has read before costs one look-up and gives the same object again,
 * and so do the parts of a new one. For the states of one export, which are mostly made of the same parts.
 */
export function valueReader(): ValueReader {
  const whole = newMemo();
  const parts = newMemo();
  return (text, place) => {
    const known = whole.get(text);
    if (known !== undefined) return known;
    const value = wholeValue(valueCursor(text, place, parts));
    const entry = { value, key: key(value) };
    whole.put(text, entry);
    return entry;
  };
}
