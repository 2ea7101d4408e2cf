import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ndjsonText, openGraph } from '@synod/conformance';
import type { BenchFolder } from '../inputs/bench-folder.js';
import { writeLargeDot } from '../inputs/large-dot.js';
import type { Row } from './row.js';
import { scriptSide } from './sides.js';

/** Reading what TLC wrote: every state decoded, and nothing kept; and whole graphs, by format. */
export async function readRows({ root, scratch }: BenchFolder): Promise<readonly Row[]> {
  const traces = join(root, 'traces', 'tlc');
  const large = join(scratch, 'large.dot');
  const { states } = writeLargeDot(traces, large, 200_000_000);
  const small = join(scratch, 'small.dot');
  const { states: fewer } = writeLargeDot(traces, small, 40_000_000);
  const ndjson = join(scratch, 'small.ndjson');
  await writeFile(ndjson, [...ndjsonText(await openGraph(small))].join(''));
  const decoded = await row('dot', 'DOT, every state decoded, nothing kept', 'read-dot', large, states);
  return [
    { ...decoded, wanted: { type: 'a second', atLeast: 100 } },
    // A fifth of it: the peak is to be the same, as nothing is kept.
    await row(
      'dot-small',
      'a fifth of that DOT, every state decoded, nothing kept',
      'read-dot',
      small,
      fewer,
    ),
    await row('dot-graph', 'DOT, the graph', 'read-graph', large, states),
    {
      ...(await row('ndjson-graph', 'NDJSON, the graph', 'read-graph', ndjson, fewer)),
      against: scriptSide('JSON.parse of the lines', 'parse-json-lines', [ndjson], /^\d+ lines/m),
    },
  ];
}

async function row(id: string, work: string, script: string, file: string, found: number): Promise<Row> {
  return {
    id,
    group: 'read',
    work,
    side: scriptSide('synod', script, [file], new RegExp(`^${found} states`, 'm')),
    amount: { of: 'MB', count: Math.round((await stat(file)).size / 1e6) },
  };
}
