/**
 * A `.tla` or `.cfg` text with its comments, and if asked for its strings, blanked out. Every other character
 * stays at its offset and on its line.
 */
export function withoutComments(text: string, options: { readonly strings?: 'keep' | 'blank' } = {}): string {
  const blankStrings = options.strings === 'blank';
  let result = '';
  let depth = 0;
  let i = 0;
  const blank = (length: number): void => {
    result += text.slice(i, i + length).replace(/[^\n]/g, ' ');
    i += length;
  };
  while (i < text.length) {
    const pair = text.slice(i, i + 2);
    // Comments in (* *) nest.
    if (pair === '(*') {
      depth++;
      blank(2);
    } else if (depth > 0 && pair === '*)') {
      depth--;
      blank(2);
    } else if (depth > 0) blank(1);
    else if (pair === '\\*') blank(lengthOf(/[^\n]*/y, text, i));
    else if (text[i] === '"') {
      const length = lengthOf(/"(?:[^"\\\n]|\\.)*"?/y, text, i);
      if (blankStrings) blank(length);
      else {
        result += text.slice(i, i + length);
        i += length;
      }
    } else result += text[i++];
  }
  return result;
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 1;
}

/** The words of a `.tla` or `.cfg` text, outside comments and strings, that may be identifiers. */
export function identifiers(text: string): ReadonlySet<string> {
  return new Set(withoutComments(text, { strings: 'blank' }).match(/\w*[A-Za-z]\w*/g) ?? []);
}
