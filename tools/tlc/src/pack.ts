import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { InputError } from '@synod/tla';
import type { FileDigest } from '@synod/tla/node';

/**
 * Reads a file that TLC wrote, line by line, and packs it.
 *
 * @param target the file to write, gzipped and always with the same bytes; nothing is written without it
 */
export async function pack(
  file: string,
  target: string | undefined,
  onLine: (line: Buffer) => void,
): Promise<FileDigest> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* measured(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let rest: Buffer | undefined;
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      rest = splitLines(rest === undefined ? chunk : Buffer.concat([rest, chunk]), onLine);
      if (target !== undefined) yield chunk;
    }
    if (rest !== undefined && rest.length > 0) onLine(rest);
  }
  const source = createReadStream(file, { highWaterMark: 1 << 20 });
  if (target === undefined) {
    await pipeline(source, measured, async (chunks) => {
      for await (const _ of chunks);
    });
  } else {
    // Node writes no time into a gzip's header.
    await pipeline(source, measured, createGzip({ level: 9 }), createWriteStream(target));
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Gives each line that ends in the buffer, and returns what is left. */
function splitLines(buffer: Buffer, onLine: (line: Buffer) => void): Buffer {
  let from = 0;
  for (let to = buffer.indexOf(10); to >= 0; to = buffer.indexOf(10, from)) {
    onLine(buffer.subarray(from, to));
    from = to + 1;
  }
  return buffer.subarray(from);
}

/** How many states and steps a DOT of TLC's holds. */
export interface StepCounts {
  readonly nodes: number;
  readonly edges: number;
}

/** Is shown the lines of a DOT. */
export interface StepCounter {
  readonly line: (line: Buffer) => void;
  readonly counts: () => StepCounts;
}

/** Is shown the lines of states. */
export interface StateCounter {
  readonly line: (line: Buffer) => void;
  readonly states: () => number;
}

const quote = '"'.charCodeAt(0);
const minus = '-'.charCodeAt(0);
const edgeMark = Buffer.from(' -> ');
const labelMark = Buffer.from(' [label="');

/** Counts the nodes and edges of TLC's DOT, whose every step must bear one of the labels. */
export function stepCounter(labels: Iterable<string>): StepCounter {
  const known = new Set(labels);
  const counts = { nodes: 0, edges: 0 };
  return {
    line(line) {
      const first = line[0] ?? 0;
      if (first !== minus && !(first >= 48 && first <= 57)) return;
      const label = line.indexOf(labelMark);
      // The mark of an edge stands between two ids; inside a label it is only text.
      const isEdge = line.subarray(0, label < 0 ? undefined : label).includes(edgeMark);
      if (!isEdge) {
        counts.nodes++;
        return;
      }
      counts.edges++;
      const from = label + labelMark.length;
      const name = label < 0 ? '' : line.toString('utf8', from, line.indexOf(quote, from));
      if (known.has(name)) return;
      throw new InputError(
        'unknown-label',
        `TLC labels a step "${name}", which is no label of this export: report it, with the version of TLC`,
      );
    },
    counts: () => counts,
  };
}

const stateMark = Buffer.from('<<"S", ');

/** Counts the lines of states that the generated module has TLC write. */
export function stateCounter(): StateCounter {
  let states = 0;
  return {
    line(line) {
      if (line.subarray(0, stateMark.length).equals(stateMark)) states++;
      else {
        const start = line.toString('utf8', 0, 60);
        throw new InputError(
          'foreign-output',
          `the specification itself prints something ("${start}"), which cannot be told from states: take the print out`,
        );
      }
    },
    states: () => states,
  };
}
