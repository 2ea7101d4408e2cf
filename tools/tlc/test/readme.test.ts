import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findTlc } from '../src/find.js';
import { temporaryFolder } from './folder.js';

const found = await findTlc({ offline: true }).then(
  () => true,
  () => false,
);

it.skipIf(!found)('what the README shows does what it says', { timeout: 60_000 }, () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const code = /```js\n([^`]*)```/.exec(readme)?.[1] ?? '';
  expect(code).toContain("'traces/tlc/MCConsensus'");
  const runnable = code
    .replaceAll(
      "'@synod/tla/node'",
      JSON.stringify(new URL('../../../packages/tla/dist/node/index.js', import.meta.url).href),
    )
    .replaceAll("'@synod/tlc'", JSON.stringify(new URL('../dist/index.js', import.meta.url).href))
    .replaceAll("'traces/tlc/MCConsensus'", JSON.stringify(join(temporaryFolder(), 'MCConsensus')));
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', runnable], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe('{ distinct: 4, generated: 4, depth: 2 }\n');
});
