import { detach } from './chunks.js';
import type { ValueEntry } from './memo.js';
import { stringEnd } from './skim.js';

/** A bracketed value that has been read, and its text. */
export interface Part extends ValueEntry {
  readonly text: string;
}

/** Where a bracketed value ends, and the hash of its text. */
export interface Span {
  end: number;
  hash: number;
}

/** Longer parts hardly ever occur twice; and looking for the end of each costs no more than this. */
const longest = 256;

// The states of an export are made of the same messages and votes again and again. Each part read is kept in
// the slot that its hash gives, and found there by comparing characters. A cache, never more.
const slots: (Part | undefined)[] = Array.from({ length: 16_384 }, () => undefined);

/** By character: 1 opens a bracket, 2 closes one, 3 and 4 do if they are doubled, 5 begins a string. */
const kinds = new Uint8Array(128);
for (const c of '{[(') kinds[c.charCodeAt(0)] = 1;
for (const c of '}])') kinds[c.charCodeAt(0)] = 2;
kinds[60] = 3;
kinds[62] = 4;
kinds[34] = 5;

/** Whether a value that begins with this character has brackets around it. */
export function isBracket(c: number): boolean {
  return c === 123 || c === 91 || c === 40 || c === 60;
}

/**
 * Finds the end of the bracketed value that begins at `at`, without reading what is inside.
 *
 * @returns whether there is an end that is not too far
 */
export function measure(text: string, at: number, span: Span): boolean {
  if (!isBracket(text.charCodeAt(at))) return false;
  const limit = Math.min(text.length, at + longest);
  let hash = 0;
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const c = text.charCodeAt(i);
    hash = (Math.imul(hash, 31) + c) | 0;
    const kind = c < 128 ? kinds[c] : 0;
    if (kind === 0) continue;
    if (kind === 1) depth += 1;
    else if (kind === 2) depth -= 1;
    else if (kind === 5) {
      const end = stringEnd(text, i, limit);
      if (end < 0) return false;
      for (i += 1; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
      i -= 1;
    } else if (text.charCodeAt(i + 1) === c) {
      depth += kind === 3 ? 1 : -1;
      i += 1;
    }
    if (depth <= 0) {
      span.end = i + 1;
      span.hash = hash;
      return depth === 0 && kind !== 5;
    }
  }
  return false;
}

/** The value with the text measured, if it has been read before. */
export function findPart(text: string, at: number, { end, hash }: Span): Part | undefined {
  const part = slots[hash & 16_383];
  return part !== undefined && part.text.length === end - at && text.startsWith(part.text, at)
    ? part
    : undefined;
}

/** Keeps a value that has been read from a text measured. */
export function keepPart(text: string, { value, key }: ValueEntry, hash: number): void {
  if (key.length <= 2 * longest) slots[hash & 16_383] = { text: detach(text), value, key };
}
