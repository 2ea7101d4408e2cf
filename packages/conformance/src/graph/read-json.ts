import { type Chunks, InputError, type Place } from '@synod/tla';
import type { ExportedGraph, GraphSource } from './exported-graph.js';
import { fieldsOf, wrong } from './graph-header.js';
import { readErrorTraceGraph } from './read-error-trace.js';
import { stateGraphReader } from './state-graph-reader.js';

/** Reads JSON in one piece: an error trace of TLC, or a state graph in this project's own format. */
export async function readJsonGraph(source: GraphSource): Promise<ExportedGraph> {
  const place: Place = { file: source.file };
  const text = await wholeText(source.chunks, place);
  const json = parse(text, place);
  if ('header' in json) return readDocument(json, place);
  if ('counterexample' in json || ('state' in json && 'action' in json)) {
    return readErrorTraceGraph(text, source);
  }
  const message =
    'vars' in json && 'states' in json
      ? 'This is a trace in the Informal Trace Format, and no graph: "synod validate" judges it.'
      : 'This JSON is neither an error trace that TLC wrote with -dumpTrace json nor a state graph.';
  throw new InputError('unknown-format', message, place);
}

function readDocument(json: object, place: Place): ExportedGraph {
  const { header, states, steps } = fieldsOf(json, 'A state graph', ['header', 'states', 'steps'], place);
  const reader = stateGraphReader(header, 'json', place);
  if (!Array.isArray(states)) throw wrong('"states" must be an array', place);
  if (!Array.isArray(steps)) throw wrong('"steps" must be an array', place);
  for (const state of states) reader.state(state, place);
  for (const step of steps) reader.step(step, place);
  return reader.finish(place);
}

function parse(text: string, place: Place): object {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new InputError('json', 'This is not JSON, or it was cut.', place, { cause });
  }
  if (typeof json === 'object' && json !== null) return json;
  throw new InputError('json', 'Expected an object.', place);
}

/** The longest text that is read in one piece. A string of JavaScript cannot be much longer. */
const longest = 500_000_000;

async function wholeText(chunks: Chunks, place: Place): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  let length = 0;
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (cause) {
      throw new InputError('encoding', 'This is not UTF-8 text.', place, { cause });
    }
  };
  for await (const chunk of chunks) {
    const part = typeof chunk === 'string' ? chunk : decode(chunk);
    length += part.length;
    if (length > longest) {
      throw new InputError('too-long', 'The file is too long to be read in one piece: use NDJSON.', place);
    }
    parts.push(part);
  }
  return parts.join('') + decode();
}
