import { type Chunks, InputError } from '@synod/tla';

/** The longest file that is read in one piece, in bytes. Traces of checkers are far shorter. */
const longest = 64 * 1024 * 1024;

/**
 * The text of a file that must be read in one piece.
 *
 * @throws InputError if it is too long or no UTF-8
 */
export async function wholeText(chunks: Chunks, file: string): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let length = 0;
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (cause) {
      throw new InputError('encoding', 'this is not UTF-8 text.', { file }, { cause });
    }
  };
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > longest) {
      const message = `this file is longer than ${longest / 1024 / 1024} MiB, and is no trace with one event a line: only such a trace may be as long.`;
      throw new InputError('too-long', message, { file });
    }
    parts.push(typeof chunk === 'string' ? chunk : decode(chunk));
  }
  parts.push(decode());
  return parts.join('').replace(/^\ufeff/, '');
}
