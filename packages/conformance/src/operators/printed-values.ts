const [plain, opens, closes, less, greater, comma, quote] = [0, 1, 2, 3, 4, 5, 6];
const kinds = new Uint8Array(128);
for (const c of '{[(') kinds[c.charCodeAt(0)] = opens;
for (const c of '}])') kinds[c.charCodeAt(0)] = closes;
kinds[60] = less;
kinds[62] = greater;
kinds[44] = comma;
kinds[34] = quote;

/** One value of a list as TLC prints it: where it ends, and a hash of its text. */
export interface Printed {
  end: number;
  hash: number;
}

/**
 * Passes over the value that begins at `start`, up to the comma or the `>>` behind it. What is in it is not looked at,
 * beyond brackets and strings.
 *
 * @returns false if it has no end before `limit`
 */
export function passValue(text: string, start: number, limit: number, found: Printed): boolean {
  let [at, depth, hash] = [start, 0, 0x811c9dc5];
  for (; at < limit; at++) {
    const c = text.charCodeAt(at);
    const kind = c < 128 ? kinds[c] : plain;
    if (kind === comma && depth === 0) break;
    const before: number = hash;
    hash = Math.imul(hash ^ c, 0x01000193);
    if (kind === plain) continue;
    if (kind === opens) depth++;
    else if (kind === closes) depth--;
    else if (kind === quote) {
      const last = stringEnd(text, at, limit);
      while (at < last) hash = Math.imul(hash ^ text.charCodeAt(++at), 0x01000193);
    } else if (kind === less && text.charCodeAt(at + 1) === 60) {
      depth++;
      at++;
    } else if (kind === greater && text.charCodeAt(at + 1) === 62) {
      if (depth === 0) {
        hash = before;
        break;
      }
      depth--;
      at++;
    }
  }
  found.end = at;
  found.hash = hash ^ (hash >>> 15);
  return depth === 0 && at < limit && at > start;
}

/** Where the string that begins at `start` has its closing quote; the last character if it has none. */
function stringEnd(text: string, start: number, limit: number): number {
  for (let at = start + 1; at < limit; at++) {
    const c = text.charCodeAt(at);
    if (c === 34) return at;
    if (c === 92) at++;
  }
  return limit - 1;
}
