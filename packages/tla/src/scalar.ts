import { detach } from './chunks.js';
import { type Cursor, placeAt, unexpected } from './cursor.js';
import { InputError } from './error.js';
import { integer } from './expand.js';
import { stringEnd } from './skim.js';

/** An integer; nothing, and the cursor unmoved, if what stands here is a name that begins with digits. */
export function readInteger(cursor: Cursor): number | bigint | undefined {
  const { text, at } = cursor;
  const negative = text.charCodeAt(at) === 45;
  let end = negative ? at + 1 : at;
  const first = end;
  let value = 0;
  for (let c = text.charCodeAt(end); c >= 48 && c <= 57; c = text.charCodeAt(end)) {
    value = value * 10 + (c - 48);
    end += 1;
  }
  cursor.at = end;
  const follows = text.charCodeAt(end) | 32;
  if (end === first || (follows >= 97 && follows <= 122) || text.charCodeAt(end) === 95) {
    if (negative || end === first) throw unexpected(cursor, 'an integer');
    cursor.at = at;
    return undefined;
  }
  if (end - first <= 15) return negative && value !== 0 ? -value : value;
  if (end - first > 10_000) {
    throw new InputError('too-large', 'An integer has over 10000 digits.', placeAt(text, at, cursor.place));
  }
  return integer(BigInt(text.slice(at, end)));
}

/** What TLC writes behind a backslash, and what it stands for. */
const unescaped: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
};

/** A string, whose opening quote is here. */
export function readString(cursor: Cursor): string {
  const { text, at } = cursor;
  const end = stringEnd(text, at, text.length);
  if (end < 0) {
    throw new InputError('syntax', 'A string is not closed.', placeAt(text, at, cursor.place));
  }
  cursor.at = end;
  const raw = text.slice(at + 1, end - 1);
  // A copy, since the value may be kept longer than the text it stands in.
  if (!raw.includes('\\')) return detach(raw);
  return raw.replace(/\\(.)/gsu, (pair, letter: string, offset: number) => {
    const character = unescaped[letter];
    if (character !== undefined) return character;
    const message = `${pair} is not an escape that TLC writes in strings.`;
    throw new InputError('syntax', message, placeAt(text, at + 1 + offset, cursor.place));
  });
}
