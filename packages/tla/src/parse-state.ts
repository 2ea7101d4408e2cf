import { type Cursor, placeAt, skipBlanks, take, unexpected, word } from './cursor.js';
import type { Place } from './error.js';

/** One variable of a printed state: its name, the text of its value, and where that text begins. */
export interface StateComponent {
  readonly name: string;
  readonly text: string;
  readonly place: Place;
}

/**
 * The variables of a state as TLC prints it: a conjunct `/\ x = value` each, or `x = value` alone if the
 * specification has one variable. No value contains a line that begins with `/\ `: strings have no newlines
 * in them, and where TLC wraps a value, the next line is indented.
 *
 * @param place where the text begins, for messages
 * @throws InputError if the text is not a state
 */
export function parseState(text: string, place: Place = {}): readonly StateComponent[] {
  const cursor: Cursor = { text, at: 0, place };
  const components: StateComponent[] = [];
  skipBlanks(cursor);
  const conjuncts = text.startsWith('/\\ ', cursor.at);
  while (cursor.at < text.length) {
    if (conjuncts && !take(cursor, '/\\ ')) throw unexpected(cursor, '"/\\ "');
    const name = word(cursor);
    if (name === '') throw unexpected(cursor, 'the name of a variable');
    if (!take(cursor, ' = ')) throw unexpected(cursor, '" = "');
    const start = cursor.at;
    const next = conjuncts ? text.indexOf('\n/\\ ', start) : -1;
    const end = next < 0 ? text.length : next;
    components.push({ name, text: text.slice(start, end), place: placeAt(text, start, place) });
    cursor.at = next < 0 ? end : end + 1;
  }
  if (components.length === 0) throw unexpected(cursor, 'a state');
  return components;
}
