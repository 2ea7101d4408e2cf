import { InputError } from '@synod/tla';
import type { Trace, TraceEvent } from '../trace.js';
import { splitLines } from './lines.js';
import { readItf } from './read-itf.js';
import { readTlcTrace } from './read-tlc-trace.js';
import { glance, kindOf } from './recognise-execution.js';
import { lineReader } from './stream-trace.js';

/**
 * Reads an execution that is at hand as a whole: what {@link readExecution} does, without waiting.
 *
 * @param file what it is called in messages
 * @throws InputError with file and, where there are lines, the line
 */
export function readExecutionSync(content: Uint8Array | string, file: string): Trace {
  const head = typeof content === 'string' ? content : new TextDecoder().decode(content.subarray(0, glance));
  const kind = kindOf(head.slice(0, glance), { file });
  if (kind === 'trace') return readTraceSync(content, file);
  const text = typeof content === 'string' ? content : decode(content, file);
  return kind === 'itf' ? readItf(text, file) : readTlcTrace(text, file);
}

function readTraceSync(content: Uint8Array | string, file: string): Trace {
  const lines = splitLines(file);
  const [first, ...rest] = [...lines.push(content), ...lines.end()];
  const reader = lineReader(first, { file });
  const events: TraceEvent[] = [];
  for (const line of rest) {
    const event = reader.line(line);
    if (event !== undefined) events.push(event);
  }
  reader.finish();
  return { header: reader.header, events, warnings: reader.warnings };
}

function decode(content: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw new InputError('encoding', 'this is not UTF-8 text.', { file }, { cause });
  }
}
