/**
 * The place of the quote that closes a label begun at `start`; -1 if there is none before `end`. A backslash
 * hides the character behind it.
 */
export function closingQuote(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c === 34) return at;
    if (c === 92) at += 1;
  }
  return -1;
}

/** A label without its escapes: `\n`, `\"` and `\\`, undone in one pass. Nothing if it has any other. */
export function unescapeLabel(raw: string): string | undefined {
  let at = raw.indexOf('\\');
  if (at < 0) return raw;
  let text = '';
  let start = 0;
  while (at >= 0) {
    const c = raw.charCodeAt(at + 1);
    if (c !== 110 && c !== 34 && c !== 92) return undefined;
    text += raw.slice(start, at);
    if (c === 110) {
      text += '\n';
      start = at + 2;
    } else {
      // The escaped character is itself: it begins the next piece.
      start = at + 1;
    }
    at = raw.indexOf('\\', at + 2);
  }
  return text + raw.slice(start);
}

/** A hash of a part of a text, to tell by 32 bits whether a state was printed twice with different values. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}
