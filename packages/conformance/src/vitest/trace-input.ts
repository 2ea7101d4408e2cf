import { InputError, type Json } from '@synod/tla';
import { readBytesSync } from '@synod/tla/node';
import { type FileReference, pathOf } from '../model/file-reference.js';
import { readExecutionSync } from '../trace/read/read-execution-sync.js';
import type { Trace } from '../trace/trace.js';

/** A line of a trace as an object: an event; or the header, if it is the first and has the field `trace`. */
export type TraceLine = { readonly [field: string]: Json | undefined };

/**
 * An execution: the path or the URL of a file with a trace; the text of one, which begins with `{` or has several
 * lines; its events as objects; or a trace that was read.
 */
export type TraceInput = FileReference | readonly TraceLine[] | Trace;

/** A trace, and what it is called in messages. */
export interface NamedTrace {
  readonly name: string;
  readonly trace: Trace;
}

/**
 * Reads an execution without waiting, so that a test need not, and cannot forget to.
 *
 * @param spec the module that events without a header are of
 * @param called what it is called where it has no file
 * @throws InputError if it cannot be read
 */
export function readInput(input: TraceInput, spec: string, called: string): NamedTrace {
  if (isLines(input)) return { name: called, trace: readLines(input, spec, called) };
  if (isTrace(input)) return { name: input.header.place.file ?? called, trace: input };
  if (typeof input === 'string' && (/^\s*\{/.test(input) || input.includes('\n')))
    return { name: called, trace: readExecutionSync(input, called) };
  if (!isReference(input)) {
    const message = `${called}: expected is a path, a URL, the text of a trace, an array of events, or a trace, and this is ${typeof input}.`;
    throw new InputError('no-trace', message);
  }
  const file = pathOf(input);
  if (file === '') throw new InputError('no-trace', `${called}: this is an empty text, and no trace.`);
  return { name: file, trace: readExecutionSync(readBytesSync(file), file) };
}

function readLines(lines: readonly TraceLine[], spec: string, called: string): Trace {
  const hasHeader = lines[0] !== undefined && 'trace' in Object(lines[0]);
  const all = hasHeader ? lines : [{ trace: 1, spec }, ...lines];
  const text = all.map((line, i) => `${lineText(line, hasHeader ? i : i - 1, called)}\n`).join('');
  try {
    const { header, events, warnings } = readExecutionSync(text, called);
    // These events stand in no line of a file.
    return { header, events: events.map((event) => ({ ...event, place: {} })), warnings };
  } catch (error) {
    if (!(error instanceof InputError) || error.place.line === undefined) throw error;
    const where = `${called}[${error.place.line - (hasHeader ? 1 : 2)}]`;
    throw new InputError(error.code, error.message, { file: where }, { cause: error });
  }
}

function lineText(line: TraceLine, index: number, called: string): string {
  try {
    return JSON.stringify(line);
  } catch (cause) {
    const message = `this is nothing that can stand in a trace: ${(cause as Error).message.split('\n', 1)[0]}`;
    throw new InputError('json', message, { file: `${called}[${index}]` }, { cause });
  }
}

function isLines(input: unknown): input is readonly TraceLine[] {
  return Array.isArray(input);
}

function isTrace(input: unknown): input is Trace {
  return typeof input === 'object' && input !== null && 'header' in input && 'events' in input;
}

/** Whoever writes JavaScript may give anything. */
function isReference(input: unknown): input is FileReference {
  return typeof input === 'string' || (typeof input === 'object' && input !== null && 'href' in input);
}
