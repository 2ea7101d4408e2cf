import type { Trace, TraceEvent } from '../trace.js';
import { streamTrace, type TraceSource } from './stream-trace.js';

/**
 * Reads a trace in its own format, version 1.
 *
 * @throws InputError with file, line and field for what is not in that format, and for a trace without events
 */
export async function readTrace(source: TraceSource): Promise<Trace> {
  const { header, events: stream, warnings } = await streamTrace(source);
  const events: TraceEvent[] = [];
  for await (const event of stream) events.push(event);
  return { header, events, warnings };
}
