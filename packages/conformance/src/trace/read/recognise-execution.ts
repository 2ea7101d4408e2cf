import { type Chunks, InputError, type Place } from '@synod/tla';
import { members } from './scan-json.js';

/** What the record of an execution may be written in. */
export type ExecutionKind =
  /** This project's own format: a header, then an event a line. */
  | 'trace'
  /** The Informal Trace Format. */
  | 'itf'
  /** An error trace that TLC wrote with `-dumpTrace json`. */
  | 'tlc';

/** A file, and what it is; nothing of the content is lost. */
export interface RecognisedExecution {
  readonly kind: ExecutionKind;
  readonly chunks: Chunks;
}

/** How many bytes of a file are looked at. */
export const glance = 65_536;

/**
 * Tells by its first fields what an execution is written in.
 *
 * @throws InputError `empty`, or `unknown-format` if it is none of these
 */
export async function recogniseExecution(chunks: Chunks, file: string): Promise<RecognisedExecution> {
  const iterator = pieces(chunks);
  const seen: (Uint8Array | string)[] = [];
  const decoder = new TextDecoder();
  let head = '';
  while (head.length < glance) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    // Of a chunk that is a whole file, the beginning is enough.
    if (typeof next.value === 'string') head += next.value.slice(0, glance);
    else head += decoder.decode(next.value.subarray(0, glance), { stream: next.value.length <= glance });
  }
  const kind = kindOf(head, { file });
  async function* again(): AsyncGenerator<Uint8Array | string> {
    yield* seen.splice(0);
    yield* iterator;
  }
  return { kind, chunks: again() };
}

async function* pieces(chunks: Chunks): AsyncGenerator<Uint8Array | string> {
  yield* chunks;
}

/** Fields that the first line of a trace has, or an event if the header was forgotten. */
const ofTraces = ['trace', 'spec', 'action', 'params', 'state', 'derived', 'process', 'seq', 'clock'];

/** What it is that begins so; see {@link recogniseExecution}. */
export function kindOf(head: string, place: Place): ExecutionKind {
  if (head.trim() === '')
    throw new InputError('empty', 'the file is empty: expected is an execution.', place);
  const fields = members(head.replace(/^\ufeff/, ''));
  const has = (...names: readonly string[]): boolean => fields.some(({ name }) => names.includes(name));
  const isArray = (name: string): boolean => fields.some((f) => f.name === name && head[f.at] === '[');
  if (has('trace')) return 'trace';
  const isGraph = has('graph', 'header');
  if (!isGraph && (has('counterexample') || isArray('action') || isArray('state'))) return 'tlc';
  if (has('#meta', 'vars', 'states') && !isGraph) return 'itf';
  if (has(...ofTraces)) return 'trace';
  const found = isGraph ? 'this is a state graph, not an execution' : 'this is no execution';
  const message = `${found}: expected is a trace, whose first line is {"trace": 1, …}, a trace in the Informal Trace Format, or an error trace that TLC wrote with -dumpTrace json.`;
  throw new InputError('unknown-format', message, place);
}
