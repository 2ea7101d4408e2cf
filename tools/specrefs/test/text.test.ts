import { describe, expect, it } from 'vitest';
import { compareTree, type Edit, problemsWith, withTree } from './support.js';

const paxos = 'specs/Paxos.tla';
const phase2b = 'packages/paxos/src/Phase2b.ts';

describe('a text that differs', () => {
  it.each<[string, Edit, string]>([
    [
      'a guard of the specification',
      { file: paxos, from: 'm.bal >= maxBal[a]', to: 'm.bal > maxBal[a]' },
      `${phase2b}:11: has "m.bal >= maxBal[a]" where specs/Paxos.tla:117 has "m.bal > maxBal[a]"`,
    ],
    [
      'a guard in a comment',
      { file: phase2b, from: '/\\ m.bal >= maxBal[a]', to: '/\\ m.bal > maxBal[a]' },
      `${phase2b}:11: has "m.bal > maxBal[a]" where specs/Paxos.tla:117 has "m.bal >= maxBal[a]"`,
    ],
    [
      'a conjunct that has no comment',
      { file: phase2b, from: / *\/\/ *\/\\ m\.type.*/, to: '' },
      `${phase2b}:11: has "m.bal >= maxBal[a]" where specs/Paxos.tla:116 has "m.type = "2a""`,
    ],
    [
      'a last conjunct that has no comment',
      { file: 'packages/consensus/src/definitions.ts', from: / *\/\/ \/\\ IsFinite.*/, to: '' },
      'packages/consensus/src/definitions.ts:7: has nothing where specs/Consensus.tla:22 has "/\\ IsFiniteSet(chosen)"',
    ],
    [
      'a conjunct too many',
      { file: phase2b, from: '    };\n  }', to: '    }; //    /\\ TRUE\n  }' },
      `${phase2b}:17: has "/\\ TRUE" where specs/Paxos.tla:121 has ended`,
    ],
    [
      'no comments at all',
      { file: 'packages/paxos/src/Send.ts', from: / *\/\/ msgs' .*/, to: '' },
      'packages/paxos/src/Send.ts:6: has nothing where specs/Paxos.tla:67 has "msgs\' = msgs \\cup {m}"',
    ],
    [
      'a disjunction for a conjunction',
      { file: phase2b, from: '/\\ m.bal >=', to: '\\/ m.bal >=' },
      `${phase2b}:11: has "\\/ m.bal >= maxBal[a]" where specs/Paxos.tla:117 has "/\\ m.bal >= maxBal[a]"`,
    ],
    [
      'a conjunct that goes on',
      { file: 'specs/Voting.tla', from: '/\\ maxBal[a] > b\n', to: '/\\ maxBal[a] > b + 1\n' },
      'packages/voting/src/safety.ts:17: has "maxBal[a] > b" where specs/Voting.tla:65 has "maxBal[a] > b + 1"',
    ],
    [
      'a definition within the definition',
      { file: paxos, from: 'm.mbal >= 0}', to: 'm.mbal > 0}' },
      'packages/paxos/src/Phase2a.ts:15: has "m.bal = b} Q1bv == {m \\in Q1b : m.mbal >= 0} IN" where specs/Paxos.tla:101 has "m.bal = b} Q1bv == {m \\in Q1b : m.mbal > 0} IN"',
    ],
    [
      'a theorem',
      { file: 'specs/Voting.tla', from: 'SafeAt(0, v)', to: 'SafeAt(1, v)' },
      'packages/voting/src/theorems.ts:11: has "\\A v \\in Value : SafeAt(0, v)" where specs/Voting.tla:79 has "\\A v \\in Value : SafeAt(1, v)"',
    ],
    [
      'an assumption',
      { file: paxos, from: 'None \\notin Value', to: 'None \\in Value' },
      'packages/paxos/src/constants.ts:27: has "None \\notin Value" where specs/Paxos.tla:31 has "None \\in Value"',
    ],
    [
      'a definition whose counterparts have other names',
      { file: 'packages/paxos/src/TypeOK.ts', from: '{"2b"}', to: '{"2c"}' },
      'packages/paxos/src/TypeOK.ts:13: has',
    ],
  ])('%s', async (_, edit, says) => {
    const problems = await problemsWith([edit]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(says);
  });

  it('tells programs the two conjuncts and their places', async () => {
    const edit = { file: paxos, from: 'm.bal >= maxBal[a]', to: 'm.bal > maxBal[a]' };
    const { problems } = await withTree([edit], (tree) => compareTree(tree));
    expect(problems).toMatchObject([
      {
        type: 'text',
        module: 'Paxos',
        name: 'Phase2b',
        line: 11,
        specLine: 117,
        specText: 'm.bal > maxBal[a]',
        codeText: 'm.bal >= maxBal[a]',
      },
    ]);
  });
});

describe('indentation', () => {
  it('tells where comments have the words of the specification and another meaning', async () => {
    const from = '      // /\\ UNCHANGED <<maxVBal, maxVal>>';
    const to = '      //          /\\ UNCHANGED <<maxVBal, maxVal>>';
    const problems = await problemsWith([{ file: 'packages/paxos/src/Phase1b.ts', from, to }]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^packages\/paxos\/src\/Phase1b\.ts:\d+: the comments of Phase1b have the words of specs\/Paxos\.tla:\d+ but .*: indent them as the module does$/,
    );
  });

  it('tells a bullet that is nested otherwise', async () => {
    const from = '//                                                 => mm.val';
    const to = '//                                                  => mm.val';
    const problems = await problemsWith([{ file: 'packages/paxos/src/Inv.ts', from, to }]);
    expect(problems).toEqual([
      'packages/paxos/src/Inv.ts:22: the comments of Inv have the words of specs/Paxos.tla:158 but nest otherwise: indent them as the module does',
    ]);
  });
});

describe('what is no difference', () => {
  it.each<[string, Edit]>([
    [
      'a comment in the module',
      { file: paxos, from: '/\\ m.type = "2a"\n', to: '/\\ m.type = "2a" \\* a (* comment *)\n' },
    ],
    [
      'a line broken elsewhere in the module',
      { file: paxos, from: 'Send(m) == msgs', to: 'Send(m) ==\n  msgs' },
    ],
    [
      'other blanks in a comment',
      { file: phase2b, from: '//    /\\ m.bal >= maxBal[a]', to: '//    /\\ m.bal>=maxBal[a]' },
    ],
    [
      'a comment on a line of its own',
      { file: phase2b, from: '    yield {', to: '    // its vote\n    yield {' },
    ],
    [
      'a comment in a string',
      {
        file: phase2b,
        from: '    yield {',
        to: "    const link = 'a://b' + `c://${'d://'}`;\n    yield {",
      },
    ],
    ['a block comment', { file: phase2b, from: '    yield {', to: '    yield /* // its vote */ {' }],
    [
      'a trailing comment in a function that transcribes nothing',
      {
        file: 'packages/voting/src/assumptions.ts',
        from: 'return range(low, high) as Iterable<Ballot>;',
        to: 'return range(low, high) as Iterable<Ballot>; // both',
      },
    ],
  ])('%s', async (_, edit) => {
    expect(await problemsWith([edit])).toEqual([]);
  });
});
