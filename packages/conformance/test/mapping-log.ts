import { InputError, describe as placed } from '@synod/tla';
import { type LogSource, mapLog } from '../src/trace/mapping/map-log.js';
import { readMappedLog } from '../src/trace/mapping/read-mapped-log.js';
import { type Mapping, readMapping } from '../src/trace/mapping/read-mapping.js';
import type { Trace } from '../src/trace/trace.js';

/** A mapping file with these fields, and these rules. */
export function mappingText(fields: object): string {
  return JSON.stringify({ map: 1, spec: 'Spec', ...fields });
}

/** A mapping with these fields, called `m.json`. */
export function mapping(fields: object): Mapping {
  return readMapping(mappingText(fields), 'm.json');
}

/** A log of these lines, called `log`: texts as they are, other values as JSON. */
export function log(...lines: readonly unknown[]): LogSource {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  return { chunks: [texts.map((line) => `${line}\n`).join('')], file: 'log' };
}

/** The events that a log is, as JSON. */
export async function mapped(fields: object, ...lines: readonly unknown[]): Promise<readonly object[]> {
  const events: object[] = [];
  for await (const { json } of mapLog(mapping(fields), log(...lines)).lines) events.push(json);
  return events;
}

/** A log as a trace. */
export async function traced(fields: object, ...lines: readonly unknown[]): Promise<Trace> {
  return readMappedLog(mapping(fields), log(...lines));
}

/** How input is refused: one line, with its place. */
export async function refusal(attempt: () => unknown): Promise<string> {
  try {
    await attempt();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const text = placed(error);
    if (text.includes('\n')) throw new Error(`not one line: ${text}`, { cause: error });
    return text;
  }
  return 'not refused';
}
