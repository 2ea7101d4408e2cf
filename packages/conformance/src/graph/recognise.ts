import { type Chunks, InputError, type Place } from '@synod/tla';
import type { GraphKind } from './exported-graph.js';

/** How much of a file is looked at. */
const glance = 65_536;

/** A file, and what it seems to be; nothing of the content is lost. */
export interface Recognised {
  readonly kind: GraphKind;
  readonly chunks: Chunks;
}

/**
 * Tells by its first lines what kind of graph a file holds.
 *
 * @throws InputError `empty`, or `unknown-format` if it is none
 */
export async function recogniseGraph(chunks: Chunks, file?: string): Promise<Recognised> {
  const iterator = pieces(chunks);
  const seen: (Uint8Array | string)[] = [];
  const decoder = new TextDecoder();
  let head = '';
  while (head.length < glance) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    head += typeof next.value === 'string' ? next.value : decoder.decode(next.value, { stream: true });
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

/** Words of TLC's own output. Something else may stand before them: Java and wrappers talk too. */
const talk = /^(?:TLC2 Version |@!@!@STARTMSG |State 1: <|Error: )/m;

function kindOf(head: string, place: Place): GraphKind {
  const start = head.trimStart();
  if (start === '') throw new InputError('empty', 'The file is empty.', place);
  if (/^(?:strict )?digraph DiskGraph\b/.test(start)) return 'dot';
  if (/^State \d+:\s/.test(start) && !start.startsWith('State 1: <')) return 'dump';
  if (start.startsWith('<<')) return 'transitions';
  if (start.startsWith('{')) return hasHeader(start) ? 'ndjson' : 'json';
  if (talk.test(head)) return 'output';
  const found = /^(?:di)?graph\b/.test(start)
    ? 'This is a graph, but not as TLC writes it.'
    : 'This is no graph or error trace that is known here.';
  const known =
    'TLC\'s -dump, with dot or without, lines <<"S", …>> and <<"T", …>>, error traces, and state graphs as NDJSON or JSON are.';
  throw new InputError('unknown-format', `${found} ${known}`, place);
}

/** Whether the first line is the header of a state graph. */
function hasHeader(start: string): boolean {
  const end = start.indexOf('\n');
  const line = end < 0 ? start : start.slice(0, end);
  try {
    const json: unknown = JSON.parse(line);
    return typeof json === 'object' && json !== null && 'graph' in json;
  } catch {
    // A header cut off, or longer than the glance.
    return /^\{\s*"graph"\s*:/.test(line);
  }
}
