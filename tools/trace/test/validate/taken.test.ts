import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../synod.js';
import { bench, plainEnvironment, slow } from './bench.js';

const { folder, write } = bench();
write('trace.ndjson', [
  '{"trace":1,"spec":"Paxos","model":"MCPaxosTiny"}',
  '{"action":"Phase1a","params":{"b":1}}',
]);

const main = join(root, 'tools/trace/dist/bundle/main.js');

/** What is said beside the verdict, in a cache of its own. */
function said(...options: string[]): string {
  const args = [main, 'validate', join(folder, 'trace.ndjson'), ...options];
  const env = plainEnvironment({ SYNOD_CACHE: folder });
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('conforms') as unknown });
  return stderr;
}

describe('an export that was read before', () => {
  it('is not read again, which is said; with --fresh it is', slow, () => {
    const taken =
      'synod: the export of MCPaxosTiny not read again, unchanged since an earlier run; --fresh reads everything\n';
    expect([said(), said(), said('--json'), said('--fresh'), said()]).toEqual(['', taken, taken, '', taken]);
  });

  it('is not asked for by another engine', slow, () => {
    expect([said('--engine', 'spec'), said('--engine', 'model')]).toEqual(['', '']);
  });
});
