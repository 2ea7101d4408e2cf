import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGraph } from '../src/graph/read-graph.js';
import { graphSpace } from '../src/trace/graph-space.js';
import { readMappedLog } from '../src/trace/mapping/read-mapped-log.js';
import { readMapping } from '../src/trace/mapping/read-mapping.js';
import { type Validation, validateTrace } from '../src/trace/validate.js';

const folder = resolve(import.meta.dirname, '../../../examples/logs');
const file = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** The names of the parameters, as the module has them. */
function formalsOf(module: string): ReadonlyMap<string, readonly string[]> {
  const heads = file(`${module}.tla`).matchAll(/^(\w+)\(([^)]*)\) ==/gm);
  return new Map(Array.from(heads, ([, name = '', formals = '']) => [name, formals.split(', ')]));
}

/** A log of the examples, held against the graph of its specification. */
async function validated(log: string, map: string, module: string): Promise<Validation> {
  const mapping = readMapping(file(map), map);
  const trace = await readMappedLog(mapping, { chunks: [file(log)], file: log });
  const { graph, known } = await readGraph({ chunks: [file(`${module}.graph.ndjson`)], file: module });
  expect(known).toMatchObject({ initial: true, steps: true, parameters: true, complete: true });
  return validateTrace(trace, graphSpace(graph, { parameters: true, formals: formalsOf(module) }));
}

describe('the logs of the examples', () => {
  it.each([
    ['etcd.ndjson', 'etcd.map.json', 'Terms', 9],
    ['ccf.ndjson', 'ccf.map.json', 'Entries', 11],
  ])('%s conforms', async (log, map, module, events) => {
    const { outcome, trace, warnings } = await validated(log, map, module);
    expect(outcome).toMatchObject({ conforms: true, matched: events });
    expect([...trace.warnings, ...warnings]).toEqual([]);
  });

  it.each([
    ['etcd-wrong.ndjson', 'etcd.map.json', 'Terms', 5, 16, 'Vote'],
    ['ccf-wrong.ndjson', 'ccf.map.json', 'Entries', 6, 8, 'Commit'],
  ])('%s diverges at its wrong line', async (log, map, module, matched, line, action) => {
    const { outcome, trace, warnings } = await validated(log, map, module);
    expect(outcome).toMatchObject({
      conforms: false,
      matched,
      first: { action, place: { file: log, line } },
    });
    expect([...trace.warnings, ...warnings]).toEqual([]);
  });
});
