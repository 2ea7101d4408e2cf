import type { Chunks } from '../chunks.js';
import { InputError } from '../error.js';

// Of what Node and browsers have, but the libraries that this package is compiled against do not say.
declare class TextDecoder {
  constructor(label: string, options: { readonly fatal: boolean; readonly ignoreBOM: boolean });
  decode(bytes: Uint8Array): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** No line that TLC writes comes near this; a file without newlines is refused before it fills the memory. */
const longestLine = 128 * 1024 * 1024;

const newline = 10;

/**
 * The bytes of a file in blocks that end behind a newline; only the last one may not. A byte order mark at the beginning
 * is left out. A block is good until the next is asked for.
 *
 * @throws InputError for a line that is too long
 */
export async function* byteBlocks(chunks: Chunks, file: string | undefined): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  // All blocks are parts of one array that is always of one class: what reads them is compiled for that.
  let buffer = new Uint8Array(64 * 1024);
  let length = 0;
  let first = true;
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    if (length + bytes.length > buffer.length) {
      const larger = new Uint8Array(Math.max(length + bytes.length, buffer.length * 2));
      larger.set(buffer.subarray(0, length));
      buffer = larger;
    }
    buffer.set(bytes, length);
    const end = length + bytes.length;
    // What was there before has no newline.
    const found = bytes.lastIndexOf(newline);
    const cut = found < 0 ? 0 : length + found + 1;
    length = end - cut;
    if (length > longestLine) throw new InputError('long-line', 'A line is longer than 128 MB.', { file });
    if (cut === 0) continue;
    yield buffer.subarray(first ? markLength(buffer, cut) : 0, cut);
    first = false;
    buffer.copyWithin(0, cut, end);
  }
  if (length > 0) yield buffer.subarray(first ? markLength(buffer, length) : 0, length);
}

function markLength(buffer: Uint8Array, length: number): number {
  return length >= 3 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
}

/** Decodes UTF-8 strictly: undefined for what is none. */
export function strictDecoder(): (bytes: Uint8Array) => string | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return undefined;
    }
  };
}
