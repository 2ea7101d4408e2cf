import type { Part } from './scan-part.js';

const [plain, opens, closes, less, greater, comma, quote] = [0, 1, 2, 3, 4, 5, 6];
const kinds = new Uint8Array(256);
for (const c of '{[(') kinds[c.charCodeAt(0)] = opens;
for (const c of '}])') kinds[c.charCodeAt(0)] = closes;
kinds[60] = less;
kinds[62] = greater;
kinds[44] = comma;
kinds[34] = quote;

/**
 * Passes over the value of a printed list that begins at `start`, up to the comma or the `>>` behind it. What is in it
 * is not looked at, beyond brackets and strings.
 *
 * @param part where it ends, and its hash: what `hashBytes` gives
 * @returns false if it has no end before `limit`
 */
export function passValue(bytes: Uint8Array, start: number, limit: number, part: Part): boolean {
  let depth = 0;
  let hash = 0;
  let at = start;
  for (; at < limit; at++) {
    const c = bytes[at] as number;
    const kind = kinds[c] as number;
    if (kind === comma && depth === 0) break;
    if (kind === greater && depth === 0 && bytes[at + 1] === c) break;
    hash = (Math.imul(hash, 31) + c) | 0;
    if (kind === plain) continue;
    if (kind === opens) depth++;
    else if (kind === closes) depth--;
    else if (kind === quote) {
      const last = closingQuote(bytes, at, limit);
      while (at < last) hash = (Math.imul(hash, 31) + (bytes[++at] as number)) | 0;
    } else if (kind !== comma && bytes[at + 1] === c) {
      depth += kind === less ? 1 : -1;
      at++;
      hash = (Math.imul(hash, 31) + c) | 0;
    }
  }
  part.end = at;
  part.hash = hash;
  return depth === 0 && at < limit && at > start;
}

/** Where the string that begins at `start` has its closing quote; the last byte if it has none. */
function closingQuote(bytes: Uint8Array, start: number, limit: number): number {
  for (let at = start + 1; at < limit; at++) {
    const c = bytes[at];
    if (c === 34) return at;
    if (c === 92) at++;
  }
  return limit - 1;
}

/** Whether a value that ends at `at` ends there as {@link passValue} has it. */
export function endsValue(bytes: Uint8Array, at: number): boolean {
  const c = bytes[at];
  return c === 44 || (c === 62 && bytes[at + 1] === 62);
}
