import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareText } from '../src/index.js';
import { compareTree, packagesIn, withTree } from './support.js';

describe('input that cannot be used', () => {
  it('is a module that is not there', async () => {
    await withTree([], async (tree) => {
      rmSync(join(tree, 'specs/Voting.tla'));
      await expect(compareTree(tree)).rejects.toMatchObject({
        code: 'no-module',
        place: { file: join(tree, 'specs/Voting.tla') },
      });
    });
  });

  it('is a module that is no TLA+', async () => {
    const edit = { file: 'specs/Paxos.tla', from: 'Send(m) ==', to: 'Send(m ==' };
    await withTree([edit], async (tree) => {
      await expect(compareTree(tree)).rejects.toMatchObject({
        name: 'InputError',
        place: { file: join(tree, 'specs/Paxos.tla') },
      });
    });
  });

  it('is a package that is not there', async () => {
    await withTree([], async (tree) => {
      const packages = { ...packagesIn(tree), Voting: join(tree, 'nowhere') };
      await expect(compareText(join(tree, 'specs'), packages)).rejects.toMatchObject({ code: 'no-sources' });
    });
  });

  it('is a source that is no TypeScript', async () => {
    const edit = { file: 'packages/paxos/src/Send.ts', from: /;$/m, to: '(' };
    await withTree([edit], async (tree) => {
      await expect(compareTree(tree)).rejects.toMatchObject({
        code: 'typescript-syntax',
        place: { file: join(tree, 'packages/paxos/src/Send.ts') },
      });
    });
  });
});
