import { detach } from './chunks.js';
import { type Cursor, isWordCharacter } from './cursor.js';
import { type ModelValue, modelValue } from './value.js';

/** An identifier that was read, and the model value of that name. */
export interface Name {
  /** The same string object each time, which makes it cheap as a field of a record. */
  readonly text: string;
  readonly modelValue: ModelValue;
}

// Every state consists of the same few names. Each is found by comparing characters, without making a string
// or asking the global registry of symbols, which takes most of the time otherwise. A cache, never more.
const slots: (Name | undefined)[] = Array.from({ length: 1024 }, () => undefined);

/** Reads the letters, digits and underscores that follow. Nothing if there are none. */
export function readName(cursor: Cursor): Name | undefined {
  const { text, at } = cursor;
  let end = at;
  let hash = 0;
  for (let c = text.charCodeAt(end); isWordCharacter(c); c = text.charCodeAt(end)) {
    hash = (Math.imul(hash, 31) + c) | 0;
    end += 1;
  }
  if (end === at) return undefined;
  cursor.at = end;
  const slot = hash & 1023;
  const known = slots[slot];
  if (known !== undefined && known.text.length === end - at && text.startsWith(known.text, at)) return known;
  const own = detach(text.slice(at, end));
  const name = { text: own, modelValue: modelValue(own) };
  if (own.length < 100) slots[slot] = name;
  return name;
}
