import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareTree, type Edit, problemsWith, withTree } from './support.js';

const paxos = 'specs/Paxos.tla';
const phase2b = 'packages/paxos/src/Phase2b.ts';
const index = 'packages/paxos/src/index.ts';
const tag = '@spec Paxos!Phase2b';

describe('a definition without its counterpart', () => {
  it.each<[string, readonly Edit[], readonly string[]]>([
    [
      'the function is gone',
      [{ file: 'packages/paxos/src/Send.ts', from: /\/\*\*[^]*/, to: '' }],
      [
        'specs/Paxos.tla:67: Send has no counterpart in packages/paxos: it needs an exported function of its name with "@spec Paxos!Send", or a reason in tools/specrefs/src/exceptions.ts',
      ],
    ],
    [
      'the function has another name',
      [
        { file: phase2b, from: 'function* Phase2b', to: 'function* Phase2B' },
        { file: index, from: '{ Phase2b }', to: '{ Phase2B }' },
      ],
      [`${phase2b}:8: Phase2B transcribes Paxos!Phase2b: give it that name`],
    ],
    [
      'the function does not say what it transcribes',
      [{ file: phase2b, from: tag, to: '' }],
      [`specs/Paxos.tla:114: Phase2b has no counterpart: does ${phase2b}:8 lack its "${tag}"?`],
    ],
    [
      'the package does not export it',
      [{ file: index, from: "export { Phase2b } from './Phase2b.js';\n", to: '' }],
      [`${phase2b}:8: Phase2b transcribes Paxos!Phase2b, and packages/paxos/src/index.ts does not export it`],
    ],
    [
      'the module has a new definition',
      [{ file: paxos, from: 'Send(m) ==', to: 'Quiet == msgs = {}\n\nSend(m) ==' }],
      [
        'specs/Paxos.tla:67: Quiet has no counterpart in packages/paxos: it needs an exported function of its name with "@spec Paxos!Quiet", or a reason in tools/specrefs/src/exceptions.ts',
      ],
    ],
    [
      'a variable has no field',
      [{ file: 'packages/consensus/src/state.ts', from: / *\/\*\* The values that have[^]*/, to: '};\n' }],
      [
        'specs/Consensus.tla:19: chosen has no counterpart in packages/consensus: it needs a field of its name with "@spec Consensus!chosen", or a reason in tools/specrefs/src/exceptions.ts',
      ],
    ],
    [
      'a variable has a function',
      [
        { file: 'packages/consensus/src/state.ts', from: ' @spec Consensus!chosen', to: '' },
        {
          file: 'packages/consensus/src/index.ts',
          from: /^/,
          to: '/** @spec Consensus!chosen */\nexport const chosen = (): undefined => undefined;\n',
        },
      ],
      [
        'packages/consensus/src/index.ts:2: Consensus!chosen is a variable at specs/Consensus.tla:19, and its counterpart must be a field of a type',
      ],
    ],
  ])('%s', async (_, edits, says) => {
    expect(await problemsWith(edits)).toEqual(says);
  });
});

describe('parameters', () => {
  it.each<[string, Edit, string]>([
    [
      'of another name in the code',
      { file: phase2b, from: 's: State, a: Acceptor', to: 's: State, acceptor: Acceptor' },
      `${phase2b}:8: Phase2b has the parameters (s, acceptor) where specs/Paxos.tla:114 has the formals a: they come last, after k and s`,
    ],
    [
      'in another order in the specification',
      { file: 'specs/Voting.tla', from: 'ShowsSafeAt(Q, b, v) ==', to: 'ShowsSafeAt(b, Q, v) ==' },
      'packages/voting/src/safety.ts:34: ShowsSafeAt has the parameters (k, s, Q, b, v) where specs/Voting.tla:132 has the formals b, Q, v: they come last, after k and s',
    ],
    [
      'that the specification has not',
      { file: 'packages/consensus/src/definitions.ts', from: 'Init()', to: 'Init(v?: Value)' },
      'packages/consensus/src/definitions.ts:12: Init has the parameters (v) where specs/Consensus.tla:24 has no formals: they come last, after k and s',
    ],
    [
      'before the constants and the state',
      { file: phase2b, from: 's: State, a: Acceptor', to: 'a: Acceptor, s: State' },
      `${phase2b}:8: Phase2b has the parameters (a, s) where specs/Paxos.tla:114 has the formals a: they come last, after k and s`,
    ],
    [
      'with the state before the constants',
      {
        file: 'packages/paxos/src/Inv.ts',
        from: 'Inv(k: Constants, s: State)',
        to: 'Inv(s: State, k: Constants)',
      },
      'packages/paxos/src/Inv.ts:9: Inv has the parameters (s, k) where specs/Paxos.tla:146 has no formals: they come last, after k and s',
    ],
  ])('%s', async (_, edit, says) => {
    expect(await problemsWith([edit])).toEqual([says]);
  });
});

describe('a reference', () => {
  const init = 'packages/paxos/src/Init.ts';
  /** Adds a reference, which leaves all others as they are. */
  const added = (text: string): readonly Edit[] => [{ file: init, from: /$/, to: text }];
  const end = 15;

  it.each<[string, string, string]>([
    [
      'to a module that is not transcribed',
      '/** @spec Paxso!Init */\nexport function other() {}\n',
      '"@spec Paxso!Init" names the module Paxso, which no package transcribes',
    ],
    [
      'to a name that the module has not',
      '/** @spec Paxos!Phase2c */\nexport function other() {}\n',
      '"@spec Paxos!Phase2c" points nowhere: Paxos has no Phase2c',
    ],
    [
      'to a module that another package transcribes',
      '/** @spec Voting!Init */\nexport function other() {}\n',
      '"@spec Voting!Init" stands in packages/paxos, which transcribes Paxos',
    ],
    [
      'that is none',
      '/** @spec Init */\nexport function other() {}\n',
      '"@spec Init" is not of the form Module!Name',
    ],
    [
      'above what is not exported',
      '/** @spec Paxos!vars */\nfunction other() {}\n',
      '"@spec Paxos!vars" is not in a doc comment directly above an exported function or type, or a field of one',
    ],
    [
      'in a comment that documents nothing',
      '// @spec Paxos!vars\nexport function other() {}\n',
      '"@spec Paxos!vars" is not in a doc comment directly above an exported function or type, or a field of one',
    ],
    [
      'in a comment that is for no tool',
      '/* @spec Paxos!vars */\nexport function other() {}\n',
      '"@spec Paxos!vars" is not in a doc comment directly above an exported function or type, or a field of one',
    ],
    [
      'that is made twice',
      '/** @spec Paxos!Init */\nexport function Init2() {}\n',
      `Init2 claims Paxos!Init, which Init at ${init}:6 claims too`,
    ],
  ])('%s', async (_, text, says) => {
    const problems = await problemsWith(added(text));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.replace(/:\d+: /, ' ')).toBe(`${init} ${says}`);
    expect(Number(/:(\d+): /.exec(problems[0] ?? '')?.[1])).toBeGreaterThanOrEqual(end - 1);
  });

  it("in a test is nobody's business", async () => {
    const problems = await withTree([], async (tree) => {
      writeFileSync(join(tree, 'packages/paxos/src/Init.test.ts'), '/** @spec Nowhere */ const x = (\n');
      return (await compareTree(tree)).problems;
    });
    expect(problems).toEqual([]);
  });
});
