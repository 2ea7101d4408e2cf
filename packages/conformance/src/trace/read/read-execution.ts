import type { Trace } from '../trace.js';
import { readTrace } from './read-trace.js';
import { recogniseExecution } from './recognise-execution.js';
import type { TraceSource } from './stream-trace.js';
import { wholeText } from './whole-text.js';

/**
 * Reads an execution, whatever it is written in: a trace in its own format, one in the Informal Trace Format, or an
 * error trace that TLC wrote with `-dumpTrace json`. What it is shows in its content.
 *
 * @throws InputError with file and, where there are lines, the line, for what is none of these or wrong
 */
export async function readExecution(source: TraceSource): Promise<Trace> {
  const { file } = source;
  const { kind, chunks } = await recogniseExecution(source.chunks, file);
  if (kind === 'trace') return readTrace({ ...source, chunks });
  const text = await wholeText(chunks, file);
  // What reads the others is loaded for them only: most executions are traces.
  if (kind === 'itf') return (await import('./read-itf.js')).readItf(text, file);
  return (await import('./read-tlc-trace.js')).readTlcTrace(text, file);
}
