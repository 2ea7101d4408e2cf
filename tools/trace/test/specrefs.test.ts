import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, synod, withProject } from './synod.js';

const slow = { timeout: 60_000 };

function edit(project: string, file: string, from: string, to: string): void {
  const path = join(project, 'specs', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

/** A path as it is shown to somebody in the folder of this repository, with the project's own left out. */
const plain = (text: string, project: string): string => text.replaceAll(`${project}/`, '').trimEnd();

const weaker = ['Paxos.tla', '/\\ m.bal >= maxBal[a]', '/\\ m.bal > maxBal[a]'] as const;

describe('synod specrefs', () => {
  it('says in one line that specifications and code agree', slow, () => {
    const { status, stdout } = synod(['specrefs']);
    expect(status).toBe(0);
    expect(stdout).toBe('75 definitions: 54 transcribed, 21 exceptions\n');
  });

  it('says in a line each what does not agree', slow, () => {
    withProject((project) => {
      edit(project, ...weaker);
      edit(project, 'Voting.tla', '/\\ b > maxBal[a]', '/\\ b >= maxBal[a]');
      const { status, stdout } = synod(['--project', project, 'specrefs', '--table']);
      expect(status).toBe(1);
      expect(plain(stdout, project).split('\n')).toEqual([
        'packages/voting/src/actions.ts:18: has "b > maxBal[a]" where specs/Voting.tla:149 has "b >= maxBal[a]"',
        'packages/paxos/src/Phase2b.ts:11: has "m.bal >= maxBal[a]" where specs/Paxos.tla:117 has "m.bal > maxBal[a]"',
      ]);
    });
  });

  it('prints the table that is committed', slow, () => {
    const { status, stdout } = synod(['specrefs', '--table']);
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(join(root, 'docs/specrefs.md'), 'utf8'));
  });

  it('writes the table, and nothing where something does not agree', slow, () => {
    withProject((project) => {
      const page = join(project, 'docs/specrefs.md');
      expect(synod(['--project', project, 'specrefs', '--write']).status).toBe(0);
      expect(readFileSync(page, 'utf8')).toContain('[specs/Paxos.tla:114](../specs/Paxos.tla#L114)');
      rmSync(page);
      edit(project, ...weaker);
      expect(synod(['--project', project, 'specrefs', '--write']).status).toBe(1);
      expect(() => readFileSync(page)).toThrow('ENOENT');
    });
  });

  it('gives programs the same as JSON', slow, () => {
    expect(JSON.parse(synod(['specrefs', '--json']).stdout)).toMatchObject({
      exitCode: 0,
      counts: { definitions: 75, transcribed: 54, exceptions: 21 },
      problems: [],
    });
    withProject((project) => {
      edit(project, ...weaker);
      const { status, stdout } = synod(['--project', project, 'specrefs', '--json']);
      expect(status).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({
        exitCode: 1,
        problems: [{ type: 'text', name: 'Phase2b', specText: 'm.bal > maxBal[a]', specLine: 117 }],
      });
    });
  });

  it('cannot tell of a module that is no TLA+', slow, () => {
    withProject((project) => {
      edit(project, 'Paxos.tla', 'Send(m) ==', 'Send(m ==');
      const { status, stderr } = synod(['--project', project, 'specrefs']);
      expect(status).toBe(2);
      expect(plain(stderr, project)).toMatch(/^synod: specs\/Paxos\.tla:\d+:\d+: [^\n]+$/);
    });
  });
});

describe('an export whose specification has changed since', () => {
  const end = 'run "synod export MCPaxosOne", or undo the change';
  const since = 'synod: MCPaxosOne: specs/Paxos.tla: has changed since MCPaxosOne was exported';

  it.each<[string, string, string, string]>([
    [
      'by the definition and the conjunct',
      '/\\ m.bal >= maxBal[a]',
      '/\\ m.bal > maxBal[a]',
      ': Phase2b has "m.bal > maxBal[a]" (line 117) where the code transcribes "m.bal >= maxBal[a]" (packages/paxos/src/Phase2b.ts:11)',
    ],
    [
      'by a conjunct too few',
      '\n      /\\ Send([type |-> "2b", acc |-> a, bal |-> m.bal, val |-> m.val])',
      '',
      ': Phase2b has ended (line 120) where the code transcribes "/\\ Send([type |-> "2b", acc |-> a, bal |-> m.bal, val |-> m.val])" (packages/paxos/src/Phase2b.ts:16)',
    ],
    [
      'by a new definition',
      'Send(m) ==',
      'Quiet == msgs = {}\n\nSend(m) ==',
      ': Quiet has no counterpart in packages/paxos: it needs an exported function of its name with "@spec Paxos!Quiet", or a reason in tools/specrefs/src/exceptions.ts',
    ],
    [
      'by the first of several changes',
      'm.type = "1a"',
      'm.type = "1b" /\\ TRUE',
      ': Phase1b has "m.type = "1b"" (line 82) where the code transcribes "m.type = "1a"" (packages/paxos/src/Phase1b.ts:11)',
    ],
    [
      'by what it is not, where only a comment is another',
      'Leaders are not modelled',
      'Leaders are not shown',
      ': not in anything that the code transcribes',
    ],
    ['at least by its name, where it is no TLA+ any more', 'Send(m) ==', 'Send(m ==', ''],
  ])('is told of %s', slow, (_, from, to, says) => {
    withProject((project) => {
      edit(project, 'Paxos.tla', from, to);
      const { status, stderr } = synod(['--project', project, 'check', 'MCPaxosOne']);
      expect(status).toBe(2);
      expect(plain(stderr, project)).toBe(`${since}${says}: ${end}`);
    });
  });

  it('says that there is more', slow, () => {
    withProject((project) => {
      edit(project, ...weaker);
      edit(project, 'Paxos.tla', '/\\ m.bal > maxBal[a]\n', '/\\ m.bal # maxBal[a]\n');
      const { stderr } = synod(['--project', project, 'check', 'MCPaxosOne']);
      expect(plain(stderr, project)).toBe(
        `${since}: Phase1b has "m.bal # maxBal[a]" (line 83) where the code transcribes "m.bal > maxBal[a]" (packages/paxos/src/Phase1b.ts:12), and there is more: ${end}`,
      );
    });
  });

  it('is told of by its name where it is no module that is transcribed', slow, () => {
    withProject((project) => {
      edit(project, 'MCPaxosOne.cfg', 'INVARIANTS TypeOK Inv', 'INVARIANTS TypeOK');
      const { stderr } = synod(['--project', project, 'check', 'MCPaxosOne']);
      expect(plain(stderr, project)).toBe(
        `synod: MCPaxosOne: specs/MCPaxosOne.cfg: has changed since MCPaxosOne was exported: ${end}`,
      );
    });
  });
});
