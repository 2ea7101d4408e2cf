import { type Chunks, describe, InputError } from '@synod/tla';
import type { TraceEvent, TraceHeader } from '../trace.js';
import { checkOrder } from './check-order.js';
import { type Line, readLines } from './lines.js';
import { logPositions } from './log-positions.js';
import { type PatternReader, patternReader } from './pattern-reader.js';
import { readEvent } from './read-event.js';
import { readHeader } from './read-header.js';

/** A trace in its own format, and what it is called in messages. */
export interface TraceSource {
  readonly chunks: Chunks;
  readonly file: string;
  /**
   * Whether it is one of several files of one execution, for {@link joinTraces}: a process may have begun its log in
   * another of them, so that `seq` and the rise of clocks are checked when all are there.
   */
  readonly part?: boolean | undefined;
}

/** A trace of which only the header has been read. */
export interface TraceStream {
  readonly header: TraceHeader;
  /** The events, in the order of the lines, each as soon as its line has ended; to be gone through once. */
  readonly events: AsyncIterable<TraceEvent>;
  /** What was passed over, as far as the events have been read. */
  readonly warnings: readonly string[];
}

/**
 * Reads a trace as it comes, keeping no more than a line of it.
 *
 * @throws InputError for the header; while the events are gone through, for any other line, for positions that
 *   are missing at the end, and for a trace without events
 */
export async function streamTrace(source: TraceSource): Promise<TraceStream> {
  const { chunks, file } = source;
  const lines = readLines(chunks, file);
  const first = await lines.next();
  if (first.done === true) {
    throw new InputError(
      'empty',
      'the file is empty: expected is a trace, with a header as its first line.',
      { file },
    );
  }
  const values = patternReader();
  const header = readHeader(parse(first.value), values, first.value.place);
  const warnings: string[] = [];
  return { header, warnings, events: readEvents(lines, header, values, source, warnings) };
}

async function* readEvents(
  lines: AsyncIterable<Line>,
  header: TraceHeader,
  values: PatternReader,
  { file, part }: TraceSource,
  warnings: string[],
): AsyncGenerator<TraceEvent> {
  const positions = part === true ? undefined : logPositions(header.order);
  let count = 0;
  for await (const line of lines) {
    const json = parseEvent(line, warnings);
    if (json === undefined) continue;
    const event = readEvent(json, values, line.place);
    checkOrder(event, header.order);
    positions?.add(event);
    count += 1;
    yield event;
  }
  positions?.finish();
  if (count > 0) return;
  const message = 'the trace has no events: a check that compared nothing has not passed.';
  throw new InputError('no-events', message, { file });
}

function parseEvent(line: Line, warnings: string[]): unknown {
  try {
    return parse(line);
  } catch (error) {
    if (!line.open || !(error instanceof InputError)) throw error;
    const message =
      'the last line has no newline and is no JSON: it was cut while it was written, and is left out.';
    warnings.push(describe(new InputError(error.code, message, line.place)));
    return undefined;
  }
}

function parse({ text, place }: Line): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = 'this line is not JSON, or it was cut: a trace has one JSON object a line.';
    throw new InputError('json', message, place, { cause });
  }
}
