import { type Chunks, eachLine, type ReadOptions } from './chunks.js';
import type { Place } from './error.js';
import { parseValue } from './parse-value.js';
import type { TlaValue } from './value.js';

/** What is done with the lines of a `-userFile`; any of these. */
export interface PrintedHandler {
  /** A line as it stands, not looked at: the way for large files, with `tupleReader` or `splitTuple`. */
  text?(text: string, place: Place): void;
  /** Where a line stands in a block of the file, for who copies nothing of it. Lines count from 1. */
  line?(block: string, start: number, end: number, line: number): void;
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
    handler.line?.(block, start, end, line);
    if (handler.text === undefined && handler.value === undefined) return;
    const text = block.slice(start, end);
    const place = { file, line };
    handler.text?.(text, place);
    if (handler.value) handler.value(parseValue(text, place), place);
  });
  return count;
}
