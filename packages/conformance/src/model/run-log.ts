import { type Chunks, InputError, isComplete, outcomeReader, type TlcOutcome } from '@synod/tla';
import { readBytes } from '@synod/tla/node';
import type { RunCounts } from '../graph/exported-graph.js';
import { eachTextLine } from './graph-bytes.js';

/** What TLC's own output says, with `-tool` or without. */
export async function readOutcome(chunks: Chunks): Promise<TlcOutcome> {
  const reader = outcomeReader();
  await eachTextLine(chunks, (line) => reader.line(line));
  reader.end();
  return reader.outcome();
}

/**
 * The figures of the run whose output is in a file.
 *
 * @throws InputError if that is not the output of a run of TLC that came to its end without an error
 */
export async function readRunLog(file: string): Promise<RunCounts> {
  const outcome = await readOutcome(readBytes(file));
  const { counts, initial } = outcome;
  if (counts === undefined || !isComplete(outcome, 0)) {
    const message = `${reason(outcome)}: what such a run exports is a part only. Export again, and give the output of that run.`;
    throw new InputError('incomplete-run', message, { file });
  }
  // TLC's graph has each initial state once, however many ways there are to compute it.
  const repeated = (initial?.generated ?? 0) - (initial?.distinct ?? 0);
  return { distinct: counts.distinct, generated: counts.generated - repeated, initial: initial?.distinct };
}

function reason({ version, counts, errors, success }: TlcOutcome): string {
  if (version === undefined && counts === undefined) return 'This is not the output of a run of TLC';
  const [error] = errors;
  if (error !== undefined) return `TLC ended with an error (${firstLine(error)})`;
  if (counts !== undefined && counts.left > 0)
    return `TLC stopped with ${counts.left} states left to look at`;
  return success ? 'TLC did not say what it counted' : 'TLC did not say that it finished';
}

/** The first line of a message, without the point at its end. */
export function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/[.:]\s*$/, '') ?? '';
}
