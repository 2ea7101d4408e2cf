import type { Trace } from '../trace.js';
import { traceBytes } from './bytes/trace-bytes.js';
import type { TraceSource } from './stream-trace.js';

/**
 * Reads a trace in its own format, version 1.
 *
 * @throws InputError with file, line and field for what is not in that format, and for a trace without events
 */
export async function readTrace(source: TraceSource): Promise<Trace> {
  const reader = traceBytes(source);
  for await (const chunk of source.chunks) reader.push(chunk);
  return reader.finish();
}
