import { InputError, type Place } from './error.js';

/** A text that is being read, and how far. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** Where the text begins in its file. */
  readonly place: Place;
}

/** Moves past blanks and newlines, and returns the character there; NaN at the end. */
export function skipBlanks(cursor: Cursor): number {
  const { text } = cursor;
  for (;;) {
    const c = text.charCodeAt(cursor.at);
    if (c !== 32 && c !== 10 && c !== 13 && c !== 9) return c;
    cursor.at += 1;
  }
}

/** Whether a character may stand in an identifier. Letters beyond ASCII may: TLC prints them so. */
export function isWordCharacter(c: number): boolean {
  return (
    (c >= 97 && c <= 122) || // a-z
    (c >= 65 && c <= 90) || // A-Z
    (c >= 48 && c <= 57) || // 0-9
    c === 95 || // _
    c > 127
  );
}

/** Reads the letters, digits and underscores that follow. Empty if there are none. */
export function word(cursor: Cursor): string {
  const { text, at } = cursor;
  let end = at;
  while (isWordCharacter(text.charCodeAt(end))) end += 1;
  cursor.at = end;
  return text.slice(at, end);
}

/** Whether a text stands here. If so, it is passed over. */
export function take(cursor: Cursor, expected: string): boolean {
  if (!cursor.text.startsWith(expected, cursor.at)) return false;
  cursor.at += expected.length;
  return true;
}

/** Line and column of a position, given where the text begins. */
export function placeAt(text: string, at: number, start: Place): Place {
  if (start.inOneLine === true) return { file: start.file, line: start.line };
  const before = text.slice(0, at);
  const newlines = before.split('\n').length - 1;
  const column = at - before.lastIndexOf('\n');
  return {
    file: start.file,
    line: (start.line ?? 1) + newlines,
    column: newlines === 0 ? column + (start.column ?? 1) - 1 : column,
  };
}

/** What is found at a position, in a few words for a message. */
function found(text: string, at: number): string {
  if (at >= text.length) return 'the end';
  const piece = /^\s+|^[A-Za-z0-9_]+|^./su.exec(text.slice(at, at + 24))?.[0] ?? '';
  if (piece.trim() === '') return 'a blank';
  // A terminal would not show it, or would obey it.
  const hidden = /^[\p{Cc}\p{Cf}\ufffd]/u.test(piece);
  return hidden ? `U+${(piece.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}` : piece;
}

/** The error for a text that goes on other than it must. */
export function unexpected(cursor: Cursor, expected: string): InputError {
  const message = `Expected ${expected}, found ${found(cursor.text, cursor.at)}.`;
  return new InputError('syntax', message, placeAt(cursor.text, cursor.at, cursor.place));
}
