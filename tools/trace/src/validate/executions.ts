import { readFile } from 'node:fs/promises';
import type { Mapping, Trace, TraceSource, TraceStream } from '@synod/conformance';
import { graphBytes, joinTraces, readExecution, standardInput } from '@synod/conformance/judge';
import { InputError, whyUnreadable } from '@synod/tla';
import type { ValidateOptions } from './options.js';
import type { Execution } from './report.js';

/** An execution, or why it could not be read. */
export type Reading = Execution | { readonly files: readonly string[]; readonly error: InputError };

/** How traces are read: by a mapping or as they are, each by itself or all as one execution. */
export type ReadingOptions = Pick<ValidateOptions, 'map' | 'together'>;

/** Reads traces, each by itself or all as one execution. */
export async function readExecutions(
  files: readonly string[],
  options: ReadingOptions,
): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of eachExecution(files, options)) readings.push(reading);
  return readings;
}

/** Reads one execution after the other, each when it is asked for. */
export async function* eachExecution(
  files: readonly string[],
  { map, together }: ReadingOptions,
): AsyncGenerator<Reading> {
  const mapping = map === undefined ? undefined : await mappingOf(map);
  const part = together === true;
  // A mapping that counts positions goes on counting where a process goes on in another file.
  const counts = new Map<string, number>();
  const read = async (file: string): Promise<Trace> => {
    const source = { chunks: graphBytes(file), file: file === '-' ? standardInput : file, part };
    if (mapping === undefined) return readExecution(source);
    const { readMappedLog } = await import('@synod/conformance');
    return readMappedLog(mapping, part ? { ...source, counts } : source);
  };
  if (!part) {
    for (const file of files) yield await attempt([file], () => read(file));
    return;
  }
  yield await attempt(files, async () => {
    const traces: Trace[] = [];
    for (const file of files) traces.push(await read(file));
    return joinTraces(traces);
  });
}

/** A trace, or with a mapping a log, as it is written. */
export async function streamWith(map: string | undefined, source: TraceSource): Promise<TraceStream> {
  const { streamMappedLog, streamTrace } = await import('@synod/conformance');
  if (map === undefined) return streamTrace(source);
  return streamMappedLog(await mappingOf(map), source);
}

async function attempt(files: readonly string[], read: () => Promise<Trace>): Promise<Reading> {
  try {
    return { files, trace: await read() };
  } catch (error) {
    if (error instanceof InputError) return { files, error };
    throw error;
  }
}

/** What mappings and logs of programs need is loaded for them only. */
async function mappingOf(file: string): Promise<Mapping> {
  const { readMapping } = await import('@synod/conformance');
  return readMapping(await mappingText(file), file);
}

async function mappingText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const message = `the mapping cannot be read: ${whyUnreadable(cause)}`;
    throw new InputError('mapping', message, { file }, { cause });
  }
}
