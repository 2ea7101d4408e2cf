import { join } from 'node:path';
import { readBytesSync } from '@synod/tla/node';
import { largeFile } from './large-file.js';
import { random } from './random.js';

/** What TLC would count of the graph in a file. */
export interface WrittenGraph {
  readonly states: number;
  readonly generated: number;
}

/**
 * Writes a DOT as TLC does, of about this many bytes: copies of the export of MCPaxosTiny, each with node ids and ballots of its
 * own, so that no copy has a state or a value of `msgs` of another one.
 *
 * @param traces the folder `traces/tlc`
 */
export function writeLargeDot(traces: string, path: string, bytes: number): WrittenGraph {
  const text = readBytesSync(join(traces, 'MCPaxosTiny', 'steps.dot.gz')).toString();
  const lines = text.split('\n');
  const body = lines.slice(4).filter((line) => /^-?\d/.test(line));
  const copies = Math.max(1, Math.round(bytes / body.join('\n').length));
  const next = random(1);
  const out = largeFile(path);
  out.write(`${lines.slice(0, 4).join('\n')}\n`);
  let states = 0;
  let generated = 0;
  for (let copy = 0; copy < copies; copy++) {
    const ids = new Map<string, string>();
    const idOf = (id: string): string => {
      const made = ids.get(id) ?? newId(next);
      ids.set(id, made);
      return made;
    };
    for (const line of body) {
      const edge = /^(-?\d+) -> (-?\d+)(.*)$/.exec(line);
      if (edge !== null) {
        const [, from = '', to = '', rest = ''] = edge;
        out.write(`${idOf(from)} -> ${idOf(to)}${rest}\n`);
        generated++;
        continue;
      }
      out.write(`${nodeOfCopy(line, copy, idOf)}\n`);
      states++;
      if (line.endsWith('style = filled]')) generated++;
    }
  }
  out.write('}\n}\n');
  out.close();
  return { states, generated };
}

/** A node with the ballots of a copy; where it has none, "no ballot yet" is another number in each copy. */
function nodeOfCopy(line: string, copy: number, idOf: (id: string) => string): string {
  const own = line
    .replace(/^-?\d+/, idOf)
    .replaceAll(
      /(bal \|-> |:> )(\d+)/g,
      (_, before: string, ballot: string) => before + (Number(ballot) + 2 * copy),
    );
  return copy === 0 ? own : own.replaceAll(/(a1 :> )-1/g, (_, before: string) => before + (-1 - copy));
}

/** A signed number of 64 bits, as TLC's fingerprints are. */
function newId(next: () => number): string {
  const high = BigInt(Math.floor(next() * 2 ** 31)) - BigInt(2 ** 30);
  return String((high << 33n) | BigInt(Math.floor(next() * 2 ** 33)));
}
