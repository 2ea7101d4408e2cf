import { hashOfKey, key, type RankedEntry, rankedSetOf, type TlaSet, type TlaValue } from '@synod/tla';

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
  const known = new Map<string, RankedEntry>();
  let kept = 0;
  const remembered = (slice: string): RankedEntry | undefined => {
    const before = known.get(slice);
    if (before !== undefined) return before;
    const value = parse(slice);
    if (value === undefined) return undefined;
    const entry = entryOf(value);
    kept += slice.length;
    if (kept > mostKept) {
      known.clear();
      kept = slice.length;
    }
    known.set(ownText(slice), entry);
    return entry;
  };
  let end = -1;
  const one = (text: string, at: number): RankedEntry | undefined => {
    end = valueEnd(text, at);
    return end < 0 ? undefined : remembered(text.slice(at, end));
  };
  const element = (text: string, at: number, depth: number): RankedEntry | undefined => {
    if (!text.startsWith(setOpens, at)) return one(text, at);
    const inner = elements(text, at + setOpens.length, depth);
    return inner && entryOf(inner);
  };
  const elements = (text: string, start: number, depth: number): TlaSet<TlaValue> | undefined => {
    if (depth === 0) return undefined;
    const entries: RankedEntry[] = [];
    let at = start;
    let isLast = text.charCodeAt(at) === close;
    while (!isLast) {
      const entry = element(text, at, depth - 1);
      if (entry === undefined) return undefined;
      entries.push(entry);
      isLast = text.charCodeAt(end) === close;
      if (!isLast && text.charCodeAt(end) !== comma) return undefined;
      at = isLast ? end : end + 1;
    }
    if (text.charCodeAt(at + 1) !== closeBrace) return undefined;
    end = at + 2;
    return rankedSetOf(entries);
  };
  return {
    read(text, at, last) {
      if (last !== undefined && text.startsWith(last.text, at)) {
        const next = text.charCodeAt(at + last.text.length);
        if (next === comma || next === closeBrace) return { ...last, end: at + last.text.length };
      }
      const value = text.startsWith(setOpens, at)
        ? elements(text, at + setOpens.length, deepest)
        : one(text, at)?.value;
      return value === undefined ? undefined : { value, text: text.slice(at, end), end };
    },
  };
}

/** A value with what a set of it is made of. */
function entryOf(value: TlaValue): RankedEntry {
  const text = key(value);
  // Elements are written in the order of their keys: no rank is needed.
  return { value, key: text, hash: hashOfKey(text), rank: Number.NaN };
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
