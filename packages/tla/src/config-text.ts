import { placeAt } from './cursor.js';
import { InputError, type Place } from './error.js';

/**
 * A cfg file's text with blanks in place of its comments: `\*` to the end of the line, and `(* … *)`, which
 * may be nested. Places in it are those of the file.
 *
 * @throws InputError if a comment is not closed
 */
export function withoutComments(text: string, place: Place): string {
  let result = '';
  let depth = 0;
  let opened = 0;
  let at = 0;
  while (at < text.length) {
    const pair = text.slice(at, at + 2);
    if (pair === '(*') {
      if (depth === 0) opened = at;
      depth += 1;
      result += '  ';
      at += 2;
    } else if (pair === '*)' && depth > 0) {
      depth -= 1;
      result += '  ';
      at += 2;
    } else if (pair === '\\*' && depth === 0) {
      const next = text.indexOf('\n', at);
      const end = next < 0 ? text.length : next;
      result += ' '.repeat(end - at);
      at = end;
    } else if (text.charAt(at) === '"' && depth === 0) {
      const end = /"(?:[^"\\\n]|\\.)*"?/uy;
      end.lastIndex = at;
      const string = end.exec(text)?.[0] ?? '"';
      result += string;
      at += string.length;
    } else {
      const character = text.charAt(at);
      result += depth > 0 && character !== '\n' ? ' ' : character;
      at += 1;
    }
  }
  if (depth === 0) return result;
  throw new InputError('cfg', 'A comment is not closed: "*)" is missing.', placeAt(text, opened, place));
}
