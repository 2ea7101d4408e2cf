import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findTlc } from '@synod/tlc';
import { describe, expect, it } from 'vitest';
import { desk, workedThrough } from './page.js';
import { root } from './synod.js';

const tlc = await findTlc({ offline: true }).then(
  () => true,
  () => false,
);
const python = spawnSync('python3', ['--version']).status === 0;

/** The page, the folder that its commands are for, and what it takes to run them. */
const pages = [
  ['docs/coverage.md', 'examples/logs', 'nothing', true],
  ['docs/bring-your-own.md', undefined, 'Java and TLC', tlc],
  ['docs/simulator.md', undefined, 'nothing', true],
  ['docs/stories.md', undefined, 'nothing', true],
  ['docs/generated-tests.md', 'examples/two-phase-commit', 'nothing', true],
  ['examples/two-phase-commit/README.md', 'examples/two-phase-commit', 'Java and TLC', tlc],
  ['examples/logs/README.md', 'examples/logs', 'nothing', true],
  ['examples/python-paxos/README.md', 'examples/python-paxos', 'python3', python],
] as const;

describe('a page shows what its commands print (after a change, vitest -u writes it anew)', () => {
  for (const [page, folder, needed, has] of pages) {
    it.skipIf(!has)(
      `${page}${has ? '' : ` (skipped: ${needed} cannot be had here)`}`,
      { timeout: 120_000 },
      async () => {
        const place = desk(folder && join(root, folder));
        try {
          const text = workedThrough(join(root, page), place);
          expect(text).toContain('```console\n$ ');
          await expect(text).toMatchFileSnapshot(join(root, page));
        } finally {
          place.clear();
        }
      },
    );
  }
});
