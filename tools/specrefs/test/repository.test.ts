import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markdownPage, summary } from '../src/index.js';
import { compareTree, root } from './support.js';

describe('this repository', () => {
  it('transcribes its specifications word for word, or says why not', async () => {
    const comparison = await compareTree(root);
    expect(comparison.problems).toEqual([]);
    expect(summary(comparison)).toBe('75 definitions: 54 transcribed, 21 exceptions');
  });

  it('says where each definition and its counterpart stand', async () => {
    const { references } = await compareTree(root);
    expect(references).toContainEqual({
      module: 'Paxos',
      name: 'Phase2b',
      specFile: join(root, 'specs/Paxos.tla'),
      specLine: 114,
      counterpart: 'Phase2b',
      file: join(root, 'packages/paxos/src/Phase2b.ts'),
      line: 8,
    });
  });

  it('has docs/specrefs.md as it is generated; if not: npm run -s synod -- specrefs --write', async () => {
    const page = markdownPage(await compareTree(root), root, join(root, 'docs'));
    expect(readFileSync(join(root, 'docs/specrefs.md'), 'utf8')).toBe(page);
  });
});
