import { type Chunks, describe, InputError, type Place } from '@synod/tla';
import type { TraceEvent, TraceHeader } from '../trace.js';
import { checkOrder } from './check-order.js';
import { type Line, readLines } from './lines.js';
import { logPositions } from './log-positions.js';
import { patternReader } from './pattern-reader.js';
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
  const reader = lineReader(first.done === true ? undefined : first.value, source);
  const { header, warnings } = reader;
  async function* events(): AsyncGenerator<TraceEvent> {
    for await (const line of lines) {
      const event = reader.line(line);
      if (event !== undefined) yield event;
    }
    reader.finish();
  }
  return { header, warnings, events: events() };
}

/** Reads a trace whose header has been read, line by line. */
export interface TraceLineReader {
  readonly header: TraceHeader;
  /** What was passed over so far. */
  readonly warnings: readonly string[];
  /** The event in the next line; nothing if it is one that was cut. */
  line(line: Line): TraceEvent | undefined;
  /** Counts an event that somebody else has read, in the order `"total"`. */
  counted(process: string | undefined, seq: number | undefined, place: Place): void;
  /** After the last line. */
  finish(): void;
}

/**
 * Begins to read a trace.
 *
 * @param first its first line, if there is one
 * @throws InputError for the header; its functions throw for the other lines, and for a trace without events
 */
export function lineReader(
  first: Line | undefined,
  { file, part }: Pick<TraceSource, 'file' | 'part'>,
): TraceLineReader {
  if (first === undefined) {
    throw new InputError(
      'empty',
      'the file is empty: expected is a trace, with a header as its first line.',
      { file },
    );
  }
  const values = patternReader();
  const header = readHeader(parse(first), values, first.place);
  const warnings: string[] = [];
  const positions = part === true ? undefined : logPositions(header.order);
  let count = 0;
  return {
    header,
    warnings,
    line(line) {
      const json = parseEvent(line, warnings);
      if (json === undefined) return undefined;
      const event = readEvent(json, values, line.place);
      checkOrder(event, header.order);
      positions?.add(event);
      count += 1;
      return event;
    },
    counted(process, seq, place) {
      positions?.add({ process, seq, clock: undefined, place });
      count += 1;
    },
    finish() {
      positions?.finish();
      if (count > 0) return;
      const message = 'the trace has no events: a check that compared nothing has not passed.';
      throw new InputError('no-events', message, { file });
    },
  };
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
