// Where the parts of a JSON text stand, found without parsing it: of a text that is only the beginning of a file, and
// of one that has been parsed, to know the lines.

/** A field of the object that a text begins with. */
export interface Member {
  readonly name: string;
  /** The index of the first character of its value. */
  readonly at: number;
}

/** The fields of the object that a text begins with, as far as the text goes. None if it begins with no object. */
export function members(text: string): readonly Member[] {
  const found: Member[] = [];
  let at = skipBlanks(text, 0);
  if (text[at] !== '{') return found;
  do {
    const start = skipBlanks(text, at + 1);
    const end = skipValue(text, start);
    const name = parseName(text.slice(start, end));
    const colon = skipBlanks(text, end);
    if (name === undefined || text[colon] !== ':') return found;
    const value = skipBlanks(text, colon + 1);
    if (value < text.length) found.push({ name, at: value });
    at = skipBlanks(text, skipValue(text, value));
  } while (text[at] === ',');
  return found;
}

/** Where the elements of the array begin that begins here. */
export function elements(text: string, start: number): readonly number[] {
  const found: number[] = [];
  if (text[start] !== '[') return found;
  for (let at = start; at === start || text[at] === ','; ) {
    const element = skipBlanks(text, at + 1);
    const end = skipValue(text, element);
    if (end === element) return found;
    found.push(element);
    at = skipBlanks(text, end);
  }
  return found;
}

/** The lines, from 1, of these places in a text, which are given in their order. */
export function linesOf(text: string, places: readonly number[]): readonly number[] {
  let line = 1;
  let next = text.indexOf('\n');
  return places.map((place) => {
    while (next >= 0 && next < place) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  });
}

function parseName(text: string): string | undefined {
  try {
    const name: unknown = JSON.parse(text);
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}

function skipBlanks(text: string, at: number): number {
  const blanks = /[ \t\r\n]*/y;
  blanks.lastIndex = at;
  blanks.test(text);
  return blanks.lastIndex;
}

/** The end of the value that begins here; that of the text, if it is cut before. */
function skipValue(text: string, start: number): number {
  const marks = /["{}[\],]|[ \t\r\n]/g;
  const inner = /["{}[\]]/g;
  let at = start;
  for (let depth = 0; ; ) {
    const next = depth === 0 ? marks : inner;
    next.lastIndex = at;
    const mark = next.exec(text)?.[0];
    if (mark === undefined) return text.length;
    at = mark === '"' ? stringEnd(text, next.lastIndex) : next.lastIndex;
    if (mark === '{' || mark === '[') depth += 1;
    else if (mark === '}' || mark === ']') depth -= 1;
    // What ends a number or a word is no part of it.
    if (depth < 0) return at - 1;
    if (depth === 0) return '"}]'.includes(mark) ? at : at - 1;
  }
}

/** The end of the string whose first character stands here. */
function stringEnd(text: string, start: number): number {
  for (let at = start; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    let escapes = 0;
    while (text[quote - 1 - escapes] === '\\' && quote - 1 - escapes >= start) escapes += 1;
    if (escapes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}
