import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../synod.js';
import { bench, plainEnvironment, slow } from './bench.js';

const { folder, write } = bench();
write('trace.ndjson', [
  '{"trace":1,"spec":"Paxos","model":"MCPaxosTiny"}',
  '{"action":"Phase1a","params":{"b":1}}',
]);

const graphs = join(folder, 'graphs');
const main = join(root, 'tools/trace/dist/bundle/main.js');

/** Validates with a cache of its own, which says nothing beside the verdict. @returns the exports that are in the cache */
function kept(...options: string[]): readonly string[] {
  const args = [main, 'validate', join(folder, 'trace.ndjson'), ...options];
  const env = plainEnvironment({ SYNOD_CACHE: folder });
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
  expect({ status, stdout, stderr }).toEqual({
    status: 0,
    stdout: expect.stringContaining('conforms') as unknown,
    stderr: '',
  });
  return existsSync(graphs) ? readdirSync(graphs) : [];
}

describe('an export that was read before', () => {
  it('is not asked for by another engine', slow, () => {
    expect([kept('--engine', 'spec'), kept('--engine', 'model')]).toEqual([[], []]);
  });

  it('is kept, and what is damaged is not taken over', slow, () => {
    const [first] = kept();
    expect(first).toMatch(/^MCPaxosTiny-/);
    const file = join(graphs, first as string);
    const good = readFileSync(file);
    writeFileSync(file, good.subarray(0, good.length - 10));
    expect(kept('--json')).toEqual([first]);
    expect(readFileSync(file).equals(good)).toBe(true);
    expect(kept('--fresh')).toEqual([first]);
  });
});
