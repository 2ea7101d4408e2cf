/**
 * A text in lines of at most so many characters, where words are no longer than that.
 *
 * @param first before the first line; all others are indented by as much
 */
export function wrap(text: string, width: number, first = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && first.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return first + [...lines, line].join(`\n${' '.repeat(first.length)}`);
}
