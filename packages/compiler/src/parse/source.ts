/** The text of a file, and what of it is TLA+. Lines and columns count from 1, indices from 0. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** The text with blanks in place of comments and of all that stands before and behind the module; line ends stay. */
  readonly code: string;
  readonly comments: readonly Comment[];
  readonly position: (index: number) => { readonly line: number; readonly column: number };
}

export interface Comment {
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
  /** Whether it stands behind code on its first line. */
  readonly isBeside: boolean;
}

/** Finds the first module of a text, and its comments. */
export function sourceOf(text: string, file: string): Source {
  const position = positions(text);
  const { start, end, comments } = scan(text);
  let code = blank(text.slice(0, start));
  let at = start;
  const found: Comment[] = [];
  for (const [from, to] of comments) {
    code += text.slice(at, from) + blank(text.slice(from, to));
    at = to;
    const { line, column } = position(from);
    const before = code.slice(from - column + 1, from);
    found.push({
      text: text.slice(from, to),
      line,
      endLine: position(to).line,
      isBeside: before.trim() !== '',
    });
  }
  code += text.slice(at, end) + blank(text.slice(end));
  return { file, text, code, comments: found, position };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** What decides where comments and the module end: strings may hold what looks like either. */
const marks = /\(\*|\\\*.*|"(?:\\.|[^"\\\r\n])*"?|-{4,}[ \t]*MODULE\b|={4,}/g;

/** Where the first module begins and ends, and its comments. */
function scan(text: string): { start: number; end: number; comments: [number, number][] } {
  const header = /-{4,}[ \t]*MODULE\b/.exec(text);
  const start = header?.index ?? text.length;
  const comments: [number, number][] = [];
  const search = new RegExp(marks);
  search.lastIndex = start;
  let depth = 0;
  for (let found = search.exec(text); found !== null; found = search.exec(text)) {
    const [mark] = found;
    if (mark === '(*') {
      search.lastIndex = endOfBlock(text, found.index);
      comments.push([found.index, search.lastIndex]);
    } else if (mark.startsWith('\\*')) comments.push([found.index, search.lastIndex]);
    else if (mark.startsWith('-')) depth += 1;
    else if (mark.startsWith('=')) {
      depth -= 1;
      if (depth === 0) return { start, end: search.lastIndex, comments };
    }
  }
  return { start, end: text.length, comments };
}

/** Comments in parentheses may hold others. One without an end goes to the end of the text. */
function endOfBlock(text: string, start: number): number {
  const search = /\(\*|\*\)/g;
  search.lastIndex = start;
  let depth = 0;
  for (let found = search.exec(text); found !== null; found = search.exec(text)) {
    depth += found[0] === '(*' ? 1 : -1;
    if (depth === 0) return search.lastIndex;
  }
  return text.length;
}

function positions(text: string): Source['position'] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (index) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= index) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: index - (starts[low] as number) + 1 };
  };
}
