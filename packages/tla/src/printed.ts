import { byteBlocks } from './bytes/blocks.js';
import { type Chunks, eachLine, emptyFile, type ReadOptions } from './chunks.js';
import type { Place } from './error.js';
import { parseValue } from './parse-value.js';
import type { TlaValue } from './value.js';

/** What is done with the lines of a `-userFile`; any of these. */
export interface PrintedHandler {
  /** A line as it stands, not looked at: the way for large files, with `tupleReader` or `splitTuple`. */
  text?(text: string, place: Place): void;
  /** The value that a line is. */
  value?(value: TlaValue, place: Place): void;
}

/**
 * Reads what a specification printed with `PrintT` when TLC ran with `-userFile FILE`: one value a line.
 * Empty lines are passed over.
 *
 * @returns the number of values
 * @throws InputError if the file is empty, or a line is not a value and `value` was asked for
 */
export async function readPrinted(
  chunks: Chunks,
  handler: PrintedHandler,
  options: ReadOptions = {},
): Promise<number> {
  const { file } = options;
  let count = 0;
  await eachLine(chunks, file, (block, start, end, line) => {
    if (start === end) return;
    count += 1;
    const text = block.slice(start, end);
    const place = { file, line };
    handler.text?.(text, place);
    if (handler.value) handler.value(parseValue(text, place), place);
  });
  return count;
}

/**
 * Reads the same lines as bytes: the way for large files whose lines resemble each other, with `PrintedColumn`.
 *
 * @param visit where a line stands in a block of the file, which is good for this call only. Lines count from 1
 * @returns the number of lines that are not empty
 * @throws InputError if the file is empty
 */
export async function readPrintedBytes(
  chunks: Chunks,
  visit: (block: Uint8Array, start: number, end: number, line: number) => void,
  { file }: ReadOptions = {},
): Promise<number> {
  let line = 0;
  let count = 0;
  for await (const block of byteBlocks(chunks, file)) {
    for (let start = 0; start < block.length; ) {
      const found = block.indexOf(10, start);
      const next = found < 0 ? block.length : found;
      // TLC on Windows ends lines with a carriage return too.
      const end = next > start && block[next - 1] === 13 ? next - 1 : next;
      line += 1;
      if (start < end) {
        count += 1;
        visit(block, start, end, line);
      }
      start = next + 1;
    }
  }
  if (line === 0) throw emptyFile(file);
  return count;
}
