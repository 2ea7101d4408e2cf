import { InputError } from '@synod/tla';
import { checkOrder } from '../read/check-order.js';
import { logPositions } from '../read/log-positions.js';
import { type PatternReader, patternReader } from '../read/pattern-reader.js';
import { readEvent } from '../read/read-event.js';
import type { TraceStream } from '../read/stream-trace.js';
import type { Trace, TraceEvent } from '../trace.js';
import { type LogSource, type MappedLine, mapLog } from './map-log.js';
import type { Mapping } from './read-mapping.js';

/**
 * Reads a log as the trace that a mapping makes of it. The place of an event is its line of the log.
 *
 * @throws InputError for a line that lacks what its rule takes, or whose event is not in the trace format; if no line
 *   is an event; and for all that is wrong with a trace
 */
export async function readMappedLog(mapping: Mapping, source: LogSource): Promise<Trace> {
  const { header, events: stream, warnings } = streamMappedLog(mapping, source);
  const events: TraceEvent[] = [];
  for await (const event of stream) events.push(event);
  return { header, events, warnings };
}

/** The same as the log comes: each event as soon as its line has ended. What was passed over is known at the end. */
export function streamMappedLog(mapping: Mapping, source: LogSource): TraceStream {
  const { lines, warnings } = mapLog(mapping, source);
  return { header: mapping.header, warnings, events: readEvents(mapping, source, lines) };
}

async function* readEvents(
  { header, file }: Mapping,
  { part }: LogSource,
  lines: AsyncIterable<MappedLine>,
): AsyncGenerator<TraceEvent> {
  const values = patternReader();
  const positions = part === true ? undefined : logPositions(header.order);
  for await (const line of lines) {
    const event = read(line, values, file);
    checkOrder(event, header.order);
    positions?.add(event);
    yield event;
  }
  positions?.finish();
}

function read({ json, place, rule }: MappedLine, values: PatternReader, file: string): TraceEvent {
  try {
    return readEvent(json, values, place);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const message = `${error.message} (${rule.title} of ${file} made this of the line.)`;
    throw new InputError(error.code, message, error.place, { cause: error });
  }
}
