// Where the parts of a printed value end, in the bytes of a label as DOT has it: a newline is `\n`, a quote `\"` and a
// backslash `\\`.

const quote = 34;
const backslash = 92;
const letterN = 110;

/** By byte: 1 opens a bracket, 2 closes one, 3 and 4 do if they are doubled, 5 ends a part, 6 needs a look. */
const kinds = new Uint8Array(256);
for (const c of '{[(') kinds[c.charCodeAt(0)] = 1;
for (const c of '}])') kinds[c.charCodeAt(0)] = 2;
kinds[60] = 3;
kinds[62] = 4;
for (const c of ', "\n') kinds[c.charCodeAt(0)] = 5;
kinds[backslash] = 6;

/** No part that is read by its bytes is nested deeper: a reader that recurses would have to count otherwise. */
const deepest = 100;

/** Where a part ends, and the hash of its bytes. */
export interface Part {
  end: number;
  hash: number;
}

/**
 * Finds the end of the value that begins at `at`: behind its brackets or its string, or before the next blank, comma or
 * bracket that closes.
 *
 * @returns whether it has an end before `limit`; else it is to be read otherwise
 */
export function scanPart(bytes: Uint8Array, at: number, limit: number, part: Part): boolean {
  let depth = 0;
  let hash = 0;
  for (let i = at; i < limit; i++) {
    const c = bytes[i] as number;
    const kind = kinds[c] as number;
    if (kind === 0 || (kind === 5 && depth > 0 && c !== quote && c !== 10)) {
      hash = (Math.imul(hash, 31) + c) | 0;
      continue;
    }
    if (kind === 5) return ended(part, i, hash, depth === 0 && i > at);
    if (kind === 6) {
      const next = bytes[i + 1] as number;
      if (next === letterN) {
        // Where a value is wrapped.
        if (depth === 0) return ended(part, i, hash, i > at);
        hash = (Math.imul((Math.imul(hash, 31) + c) | 0, 31) + next) | 0;
        i += 1;
        continue;
      }
      const end = next === quote ? stringEnd(bytes, i, limit) : -1;
      if (end < 0) return false;
      for (; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
      if (depth === 0) return ended(part, end, hash, true);
      i -= 1;
      continue;
    }
    let closed = false;
    if (kind === 1) depth += 1;
    else if (kind === 2) {
      if (depth === 0) return ended(part, i, hash, i > at);
      depth -= 1;
      closed = true;
    } else if (bytes[i + 1] === c) {
      if (kind === 4 && depth === 0) return ended(part, i, hash, i > at);
      depth += kind === 3 ? 1 : -1;
      closed = kind === 4;
      hash = (Math.imul(hash, 31) + c) | 0;
      i += 1;
    }
    hash = (Math.imul(hash, 31) + c) | 0;
    if (depth > deepest) return false;
    if (closed && depth === 0) return ended(part, i + 1, hash, true);
  }
  return false;
}

function ended(part: Part, end: number, hash: number, well: boolean): boolean {
  part.end = end;
  part.hash = hash;
  return well;
}

/** The end of the string that begins at `at` with `\"`; -1 if it has none. */
function stringEnd(bytes: Uint8Array, at: number, limit: number): number {
  for (let i = at + 2; i < limit; ) {
    const c = bytes[i] as number;
    if (c === quote || c === 10) return -1;
    if (c !== backslash) {
      i += 1;
      continue;
    }
    const next = bytes[i + 1];
    if (next === quote) return i + 2;
    if (next !== backslash) return -1;
    // A backslash in the string, and what it escapes.
    i += bytes[i + 2] === backslash ? 4 : 3;
  }
  return -1;
}

/** Passes over blanks, and newlines as a label has them. */
export function skipLabelBlanks(bytes: Uint8Array, at: number): number {
  let i = at;
  for (;;) {
    if (bytes[i] === 32) i += 1;
    else if (bytes[i] === backslash && bytes[i + 1] === letterN) i += 2;
    else return i;
  }
}

/**
 * Finds the end of the value of a variable: before the conjunct of the next one, or before the quote that ends the
 * label.
 *
 * @returns whether the line has one
 */
export function scanValue(bytes: Uint8Array, at: number, limit: number, part: Part): boolean {
  let hash = 0;
  for (let i = at; i < limit; i++) {
    const c = bytes[i] as number;
    if (c === quote) return ended(part, i, hash, true);
    if (c === backslash) {
      if (nextConjunct(bytes, i)) return ended(part, i, hash, true);
      hash = (Math.imul(hash, 31) + c) | 0;
      i += 1;
      hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
    } else if (c === 10) return false;
    else hash = (Math.imul(hash, 31) + c) | 0;
  }
  return false;
}

/** Whether `\n/\\ ` stands there: a newline, and a conjunct. */
export function nextConjunct(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === backslash &&
    bytes[at + 1] === letterN &&
    bytes[at + 2] === 47 &&
    bytes[at + 3] === backslash &&
    bytes[at + 4] === backslash &&
    bytes[at + 5] === 32
  );
}
