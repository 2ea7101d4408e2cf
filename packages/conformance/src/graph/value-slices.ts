import { set, type TlaValue } from '@synod/tla';

/** Reads values from where they stand in lines of JSON. What stands there again and again is parsed once. */
export interface ValueSlices {
  /**
   * The value that begins at `at`; undefined if it is to be read otherwise.
   *
   * @param last the value that stood there in the line before
   */
  read(text: string, at: number, last?: Slice): Slice | undefined;
}

/** A value, its text where that is known, and where it ends. */
export interface Slice {
  readonly value: TlaValue;
  readonly text: string;
  readonly end: number;
}

const setOpens = '{"#set":[';

/** How deep sets may stand in each other that are read element by element. */
const deepest = 20;

/** How many characters of texts are kept; then they are all forgotten. */
const mostKept = 32_000_000;

const [quote, backslash, comma, open, close, openBrace, closeBrace] = [34, 92, 44, 91, 93, 123, 125];

/** @param parse the value that such a text is; undefined if it is none, or is to be read otherwise */
export function valueSlices(parse: (text: string) => TlaValue | undefined): ValueSlices {
  const known = new Map<string, TlaValue>();
  let kept = 0;
  const remembered = (slice: string): TlaValue | undefined => {
    const before = known.get(slice);
    if (before !== undefined) return before;
    const value = parse(slice);
    if (value === undefined) return undefined;
    kept += slice.length;
    if (kept > mostKept) {
      known.clear();
      kept = slice.length;
    }
    known.set(ownText(slice), value);
    return value;
  };
  let end = -1;
  const one = (text: string, at: number, depth: number): TlaValue | undefined => {
    if (text.startsWith(setOpens, at)) return elements(text, at + setOpens.length, depth);
    end = valueEnd(text, at);
    return end < 0 ? undefined : remembered(text.slice(at, end));
  };
  const elements = (text: string, start: number, depth: number): TlaValue | undefined => {
    if (depth === 0) return undefined;
    const values: TlaValue[] = [];
    let at = start;
    let isLast = text.charCodeAt(at) === close;
    while (!isLast) {
      const value = one(text, at, depth - 1);
      if (value === undefined) return undefined;
      values.push(value);
      isLast = text.charCodeAt(end) === close;
      if (!isLast && text.charCodeAt(end) !== comma) return undefined;
      at = isLast ? end : end + 1;
    }
    if (text.charCodeAt(at + 1) !== closeBrace) return undefined;
    end = at + 2;
    return set(values);
  };
  return {
    read(text, at, last) {
      if (last !== undefined && text.startsWith(last.text, at)) {
        const next = text.charCodeAt(at + last.text.length);
        if (next === comma || next === closeBrace) return { ...last, end: at + last.text.length };
      }
      const value = one(text, at, deepest);
      return value === undefined ? undefined : { value, text: text.slice(at, end), end };
    },
  };
}

/** A text that does not hold on to the block of the file that it stands in. */
export function ownText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** Where the value that begins at `at` ends, if it is well formed; -1 if the line ends before. */
function valueEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === quote) {
      i++;
      for (; i < text.length && text.charCodeAt(i) !== quote; i++) if (text.charCodeAt(i) === backslash) i++;
    } else if (c === openBrace || c === open) depth++;
    else if (c === closeBrace || c === close) {
      if (depth === 0) return i;
      depth--;
    } else if (c === comma && depth === 0) return i;
  }
  return -1;
}
