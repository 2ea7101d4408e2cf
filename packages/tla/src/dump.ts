import { type Chunks, eachLine, type ReadOptions } from './chunks.js';
import { InputError, type Place } from './error.js';

/** What is done with a plain dump. */
export interface DumpHandler {
  /** A state, as `stateReader` and `parseState` take it; its number counts from 1. */
  state(text: string, number: number, place: Place): void;
}

const heading = /^State (\d+):$/;

/**
 * Reads the file that TLC writes with `-dump FILE`: the distinct states, the initial ones first, no steps.
 *
 * @returns the number of states
 * @throws InputError if the file is empty, is no dump, lacks a state, or ends within one
 */
export async function readDump(
  chunks: Chunks,
  handler: DumpHandler,
  options: ReadOptions = {},
): Promise<number> {
  const { file } = options;
  let count = 0;
  let lines: string[] | undefined;
  let begin = 0;
  const fail = (message: string, line: number): never => {
    throw new InputError('dump', message, { file, line });
  };
  const last = await eachLine(chunks, file, (block, start, end, line) => {
    const text = block.slice(start, end);
    if (lines === undefined) {
      if (text === '') return;
      const number = Number(heading.exec(text)?.[1]);
      if (Number.isNaN(number)) fail('Expected "State N:", as TLC writes it with -dump FILE.', line);
      count += 1;
      if (number !== count)
        fail(`State ${number} stands where state ${count} must: something is missing.`, line);
      lines = [];
      begin = line + 1;
    } else if (text === '') {
      handler.state(lines.join('\n'), count, { file, line: begin });
      lines = undefined;
    } else lines.push(text);
  });
  if (lines !== undefined)
    fail(`The dump ends within state ${count}: TLC was stopped, or the file was cut.`, last);
  return count;
}
