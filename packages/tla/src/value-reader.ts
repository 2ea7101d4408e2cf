import type { Place } from './error.js';
import { key } from './key.js';
import { newMemo, type ValueEntry } from './memo.js';
import { valueCursor, wholeValue } from './parse-value.js';

/** Reads a value and gives its key with it. */
export type ValueReader = (text: string, place?: Place) => ValueEntry;

/**
 * A reader that remembers: a text that it has read before costs one look-up, and gives the same object again.
 * It stops remembering when that does not pay, so use one for each kind of text: each variable, each operator.
 */
export function valueReader(): ValueReader {
  const whole = newMemo();
  return (text, place) => {
    const known = whole.get(text);
    if (known !== undefined) return known;
    const value = wholeValue(valueCursor(text, place));
    const entry = { value, key: key(value) };
    whole.put(text, entry);
    return entry;
  };
}
