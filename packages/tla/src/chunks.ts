import { InputError } from './error.js';

/** What every reader takes: the bytes of a file (UTF-8, not compressed) or its text, in pieces of any size. */
export type Chunks = Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;

/** What every reader may be told. */
export interface ReadOptions {
  /** The file's name, for messages. */
  readonly file?: string | undefined;
}

// The one global this package needs beside ECMAScript: Node and browsers have it, but its type comes with
// neither of the libraries that this package is compiled against.
declare class TextDecoder {
  constructor(label: string, options: { readonly fatal: boolean; readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}

/** No line that TLC writes comes near this; a file without newlines is refused before it fills the memory. */
const longestLine = 128 * 1024 * 1024;

const newline = 10;

/**
 * The text of a file in large blocks that end where a line ends. Bytes are decoded a block at a time, which is
 * several times faster than line by line, and safe, since no character of UTF-8 contains the byte of a newline.
 */
async function* blocks(chunks: Chunks, file: string | undefined): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest: Uint8Array[] = [];
  let text = '';
  let length = 0;
  const decode = (bytes: readonly Uint8Array[]): string => {
    try {
      return decoder.decode(join(bytes));
    } catch (cause) {
      throw notUtf8(file, cause);
    }
  };
  for await (const chunk of chunks) {
    const cut = typeof chunk === 'string' ? chunk.lastIndexOf('\n') + 1 : chunk.lastIndexOf(newline) + 1;
    length = cut === 0 ? length + chunk.length : chunk.length - cut;
    if (length > longestLine) throw new InputError('long-line', 'A line is longer than 128 MB.', { file });
    if (typeof chunk === 'string') {
      if (rest.length > 0) text += decode(rest);
      rest = [];
      if (cut > 0) yield text + chunk.slice(0, cut);
      text = cut > 0 ? chunk.slice(cut) : text + chunk;
    } else if (cut > 0) {
      yield text + decode([...rest, chunk.subarray(0, cut)]);
      text = '';
      // A copy: the caller may use its buffer again.
      rest = cut < chunk.length ? [chunk.slice(cut)] : [];
    } else {
      rest.push(chunk.slice());
    }
  }
  if (rest.length > 0) text += decode(rest);
  if (text !== '') yield text;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Calls `visit` for each line of a file. The line is the part of `block` from `start` to `end`, so that what
 * looks at a few characters of it need not copy it; `line` counts from 1.
 *
 * @returns the number of lines
 * @throws InputError if the file is empty or not UTF-8
 */
export async function eachLine(
  chunks: Chunks,
  file: string | undefined,
  visit: (block: string, start: number, end: number, line: number) => void,
): Promise<number> {
  let line = 0;
  for await (const block of blocks(chunks, file)) {
    let start = line === 0 && block.charCodeAt(0) === 0xfeff ? 1 : 0;
    while (start < block.length) {
      const found = block.indexOf('\n', start);
      const next = found < 0 ? block.length : found;
      // TLC on Windows ends lines with a carriage return too.
      const end = next > start && block.charCodeAt(next - 1) === 13 ? next - 1 : next;
      line += 1;
      visit(block, start, end, line);
      start = next + 1;
    }
  }
  if (line === 0) throw emptyFile(file);
  return line;
}

/** The error for a file without a line. */
export function emptyFile(file: string | undefined): InputError {
  return new InputError('empty', 'The file is empty: TLC wrote nothing, or was stopped.', { file });
}

/** The error for bytes that are no text. */
export function notUtf8(file: string | undefined, cause?: unknown): InputError {
  const message = 'This is not UTF-8 text: run TLC with LC_ALL=C.UTF-8, and gunzip what is compressed.';
  return new InputError('encoding', message, { file }, { cause });
}

/**
 * The same text in memory of its own. A slice of a block keeps the whole block alive; what is kept for long
 * must not.
 */
export function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
