import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { referencedModules, sourcesOf } from './modules.js';

const specs = fileURLToPath(new URL('../../../specs', import.meta.url));

describe('referencedModules', () => {
  it.each([
    ['EXTENDS Integers', ['Integers']],
    ['EXTENDS A,\n  B , C\nCONSTANT D', ['A', 'B', 'C']],
    ['V == INSTANCE Voting WITH x <- y', ['Voting']],
    ['LOCAL INSTANCE Sequences\nI(x) == INSTANCE Sequences', ['Sequences']],
    ['\\* EXTENDS Nothing\n(* INSTANCE Nothing *) x == "INSTANCE Nothing"', []],
    ['MYEXTENDS == 1', []],
  ])('%j', (text, expected) => {
    expect(referencedModules(text)).toEqual(expected);
  });
});

describe('sourcesOf', () => {
  it('follows the modules as far as the folder goes', async () => {
    const names = (await sourcesOf('MCPaxosOne', specs)).map(({ name }) => name);
    expect(names).toEqual(['Consensus.tla', 'MCPaxosOne.cfg', 'MCPaxosOne.tla', 'Paxos.tla', 'Voting.tla']);
  });

  it('names the file that a model lacks', async () => {
    await expect(sourcesOf('MCPaxosTwo', specs)).rejects.toMatchObject({
      code: 'no-model',
      place: { file: expect.stringContaining('MCPaxosTwo.tla') },
    });
    await expect(sourcesOf('Paxos', specs)).rejects.toMatchObject({
      place: { file: expect.stringContaining('Paxos.cfg') },
    });
  });
});
