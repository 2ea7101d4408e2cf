import { describe, expect, it } from 'vitest';
import { type Exception, exceptions } from '../src/index.js';
import { problemsWith } from './support.js';

const list = 'tools/specrefs/src/exceptions.ts';
const unneeded = `its exception in ${list} is not needed any more`;

const also = (exception: Exception): readonly Exception[] => [...exceptions, exception];
const none = (...definitions: string[]): Exception => ({
  type: 'none',
  definitions,
  reason: 'for this test',
});

describe('the list of exceptions', () => {
  it.each(exceptions.flatMap(({ definitions }) => definitions))('needs %s', async (key) => {
    const without = exceptions.map((exception) => ({
      ...exception,
      definitions: exception.definitions.filter((definition) => definition !== key),
    }));
    const problems = await problemsWith([], without);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(key.replace(/^\w+!/, ''));
  });

  it('gives a reason for each', () => {
    expect(exceptions.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});

describe('an exception', () => {
  it('for what has a counterpart is not needed', async () => {
    expect(await problemsWith([], also(none('Paxos!Send')))).toEqual([
      `specs/Paxos.tla:67: Send at packages/paxos/src/Send.ts:6 transcribes it: ${unneeded}`,
    ]);
  });

  it('for what has got one is not needed any more', async () => {
    const to = '/** @spec Paxos!vars */\nexport function vars() {}\n';
    const problems = await problemsWith([{ file: 'packages/paxos/src/index.ts', from: /^/, to }]);
    expect(problems).toEqual([
      `specs/Paxos.tla:55: vars at packages/paxos/src/index.ts:2 transcribes it: ${unneeded}`,
    ]);
  });

  it('for what no module defines is reported', async () => {
    expect(await problemsWith([], also(none('Paxos!Gone', 'Raft!Init')))).toEqual([
      `${list}:1: there is an exception for Paxos!Gone, which no module defines`,
      `${list}:1: there is an exception for Raft!Init, which no module defines`,
    ]);
  });

  it('that is made twice is reported', async () => {
    expect(await problemsWith([], also(none('Paxos!vars')))).toEqual([
      `${list}:1: there are two exceptions for Paxos!vars`,
    ]);
  });

  it('for other names is not needed where there is one counterpart, of the right name', async () => {
    const names: Exception = { type: 'names', definitions: ['Paxos!Send'], names: ['Send'], reason: 'none' };
    expect(await problemsWith([], also(names))).toEqual([
      `specs/Paxos.tla:67: Send has one counterpart, of its name: ${unneeded}`,
    ]);
  });

  it('for other names wants all of them, and no others', async () => {
    const file = 'packages/paxos/src/TypeOK.ts';
    const problems = await problemsWith([
      { file, from: 'function isMessage', to: 'function messageOK' },
      { file: 'packages/paxos/src/index.ts', from: 'isMessage', to: 'messageOK' },
    ]);
    expect(problems).toEqual([
      'specs/Paxos.tla:37: Message has no counterpart isMessage in packages/paxos',
      `${file}:6: messageOK transcribes Paxos!Message: give it that name`,
    ]);
  });

  it('for other names wants the text at one of them', async () => {
    const problems = await problemsWith([
      { file: 'packages/paxos/src/TypeOK.ts', from: ' @spec Paxos!Message', to: '' },
    ]);
    expect(problems).toEqual([
      'specs/Paxos.tla:37: Message has no counterpart isMessage in packages/paxos',
      'specs/Paxos.tla:37: no counterpart of Message has its text in comments',
    ]);
  });

  it('for what is taken over holds as long as it is the same word for word', async () => {
    const edit = { file: 'specs/Paxos.tla', from: 'Ballot \\subseteq Nat', to: 'Ballot \\subseteq Int' };
    expect(await problemsWith([edit])).toEqual([
      'specs/Paxos.tla:27: Paxos!BallotAssumption is said to be Voting!BallotAssumption word for word, and has "Ballot \\subseteq Int" where specs/Voting.tla:37 has "Ballot \\subseteq Nat"',
    ]);
  });

  it('for other names wants them exported', async () => {
    const edit = { file: 'packages/paxos/src/index.ts', from: 'isMessage, ', to: '' };
    expect(await problemsWith([edit])).toEqual([
      'packages/paxos/src/TypeOK.ts:6: isMessage transcribes Paxos!Message, and packages/paxos/src/index.ts does not export it',
    ]);
  });

  it('for what is taken over wants it to be of the same kind', async () => {
    const from: Exception = {
      type: 'taken over',
      definitions: ['Paxos!votes'],
      from: 'Voting',
      reason: 'none',
    };
    const edit = { file: 'packages/paxos/src/votes.ts', from: ' @spec Paxos!votes', to: '' };
    expect(await problemsWith([edit], [...exceptions, from])).toEqual([
      'specs/Paxos.tla:134: Paxos!votes is said to be Voting!votes, and there is no such definition',
    ]);
  });

  it('for what is taken over holds as long as it is there', async () => {
    const from: Exception = {
      type: 'taken over',
      definitions: ['Paxos!vars'],
      from: 'Voting',
      reason: 'none',
    };
    const others = exceptions.filter(({ definitions }) => !definitions.includes('Paxos!vars'));
    expect(await problemsWith([], [...others, from])).toEqual([
      'specs/Paxos.tla:55: Paxos!vars is said to be Voting!vars, and there is no such definition',
    ]);
  });
});
