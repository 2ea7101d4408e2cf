/**
 * The end of the bracketed value that starts at `at`, found without reading what is inside: only brackets of
 * the kind that opened are counted, and strings are passed over. -1 if the text does not start with a bracket
 * there, or does not close it before `limit`.
 */
export function skim(text: string, at: number, limit: number): number {
  switch (text.charCodeAt(at)) {
    case 123:
      return skimTo(text, at, limit, 123, 125); // { }
    case 91:
      return skimTo(text, at, limit, 91, 93); // [ ]
    case 40:
      return skimTo(text, at, limit, 40, 41); // ( )
    case 60:
      return text.charCodeAt(at + 1) === 60 ? skimTuple(text, at, limit) : -1; // << >>
    default:
      return -1;
  }
}

function skimTo(text: string, start: number, limit: number, open: number, close: number): number {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const c = text.charCodeAt(at);
    if (c === close) {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (c === open) depth += 1;
    else if (c === 34) {
      at = stringEnd(text, at, limit) - 1;
      if (at < 0) return -1;
    }
  }
  return -1;
}

function skimTuple(text: string, start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const c = text.charCodeAt(at);
    if (c === 62 && text.charCodeAt(at + 1) === 62) {
      depth -= 1;
      at += 1;
      if (depth === 0) return at < limit ? at + 1 : -1;
    } else if (c === 60 && text.charCodeAt(at + 1) === 60) {
      depth += 1;
      at += 1;
    } else if (c === 34) {
      at = stringEnd(text, at, limit) - 1;
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** The end of the string whose opening quote is at `start`; -1 if it is not closed on its line before `limit`. */
export function stringEnd(text: string, start: number, limit: number): number {
  for (let at = start + 1; at < limit; at++) {
    const c = text.charCodeAt(at);
    if (c === 34) return at + 1;
    if (c === 92) at += 1;
    else if (c === 10) return -1;
  }
  return -1;
}
