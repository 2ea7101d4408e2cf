// Where the parts of a line of JSON stand, found in its bytes without parsing them. What is found is JSON if its parts
// are: whoever uses this looks them up among those that were parsed before.

const quote = 34;
const backslash = 92;

/** By byte: 1 opens a bracket, 2 closes one, 3 begins a string, 4 ends a value that has no brackets. */
const kinds = new Uint8Array(256);
for (const c of '{[') kinds[c.charCodeAt(0)] = 1;
for (const c of '}]') kinds[c.charCodeAt(0)] = 2;
kinds[quote] = 3;
for (const c of ', \t\r\n:') kinds[c.charCodeAt(0)] = 4;

/** Where a value ends, and the hash of its bytes. */
export interface Span {
  end: number;
  hash: number;
}

/**
 * Finds the end of the value that begins at `at`: of a string, of an object or array, or of what ends before a comma, a
 * blank or a bracket.
 *
 * @returns whether it has an end
 */
export function scanValue(bytes: Uint8Array, at: number, limit: number, span: Span): boolean {
  let depth = 0;
  let hash = 0;
  for (let i = at; i < limit; i++) {
    const c = bytes[i] as number;
    const kind = kinds[c] as number;
    if (kind === 0 || (kind === 4 && depth > 0)) {
      hash = (Math.imul(hash, 31) + c) | 0;
      continue;
    }
    if (kind === 3) {
      hash = (Math.imul(hash, 31) + c) | 0;
      for (i += 1; i < limit; i++) {
        const inner = bytes[i] as number;
        hash = (Math.imul(hash, 31) + inner) | 0;
        if (inner === quote) break;
        if (inner === backslash) {
          i += 1;
          hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
        }
      }
      if (depth === 0) return ended(span, i + 1, hash, i < limit);
    } else if (kind === 1) {
      depth += 1;
      hash = (Math.imul(hash, 31) + c) | 0;
    } else {
      // A comma, a blank or a bracket that closes what is around it.
      if (depth === 0) return ended(span, i, hash, i > at);
      depth -= 1;
      hash = (Math.imul(hash, 31) + c) | 0;
      if (depth === 0) return ended(span, i + 1, hash, true);
    }
  }
  return depth === 0 && ended(span, limit, hash, limit > at);
}

function ended(span: Span, end: number, hash: number, well: boolean): boolean {
  span.end = end;
  span.hash = hash;
  return well;
}

/** Passes over blanks. */
export function skipBlanks(bytes: Uint8Array, at: number): number {
  let i = at;
  while (bytes[i] === 32 || bytes[i] === 9) i += 1;
  return i;
}

/** The end of the name that begins behind the quote at `at`, that is, its closing quote; -1 if it is not a plain one. */
export function nameEnd(bytes: Uint8Array, at: number, limit: number): number {
  for (let i = at + 1; i < limit; i++) {
    const c = bytes[i] as number;
    if (c === quote) return i;
    // Escapes, control characters and letters beyond ASCII are left to whoever parses the line.
    if (c === backslash || c < 32 || c > 126) return -1;
  }
  return -1;
}

/** The whole number from 0 on that stands from `start` to `end`; -1 if none does, or it is a long one. */
export function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end === start || end - start > 15 || (bytes[start] === 48 && end - start > 1)) return -1;
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] as number) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
