// What a log viewer or a terminal would obey rather than show: control characters, marks that turn the direction
// of writing, newlines of every kind, halves of characters; and `##[`, with which GitHub's older commands begin.
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|##(?=\[)/gu;

/**
 * Plain data with every character that is not seen written as `\u001b`, in names of fields too: traces come from
 * anybody, and what they hold must neither colour a terminal nor begin a line.
 */
export function visible<T>(data: T): T {
  return show(data) as T;
}

function show(data: unknown): unknown {
  if (typeof data === 'string') return data.replace(hidden, written);
  if (Array.isArray(data)) return data.map(show);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field.replace(hidden, written), show(value)]),
  );
}

function written(text: string): string {
  if (text === '##') return '#\\u0023';
  const code = text.codePointAt(0) as number;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
