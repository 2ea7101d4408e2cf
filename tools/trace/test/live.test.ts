import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@synod/tla';
import { findTlc } from '@synod/tlc';
import { describe, expect, it } from 'vitest';
import { root, synod, synodWith, withProject } from './synod.js';

const patience = { timeout: 120_000 };

interface Row {
  readonly dropped: string | null;
  readonly text: string | null;
  readonly explorer: {
    readonly holds: boolean;
    readonly states: number;
    readonly lasso?: { readonly steps: string[] };
  };
  readonly tlc?: { readonly exitCode: number; readonly holds: boolean };
  readonly asClaimed: boolean;
}

function models(
  text: string,
): readonly { readonly model: string; readonly states: number; readonly rows: readonly Row[] }[] {
  return (JSON.parse(text) as { models: ReturnType<typeof models> }).models;
}

/** The conjuncts of a definition: the items of its outermost list. */
function conjuncts(file: string, definition: string): readonly string[] {
  const text = readFileSync(join(root, 'specs', file), 'utf8');
  const body = new RegExp(`^${definition} ==(.*?)\\n(?:\\n|=====)`, 'ms').exec(text)?.[1] ?? '';
  const listed = body.trim().startsWith('/\\') ? body.split(/^ {3}\/\\ /m) : body.split('/\\');
  return listed.map((item) => item.replace(/\s+/g, ' ').trim()).filter((item) => item !== '');
}

describe('synod live', () => {
  it('confirms what Consensus needs to choose, and shows what it does without', () => {
    const { status, stdout, stderr } = synod(['live', 'MCConsensusLive']);
    expect(stdout.replace(/in \d+\.\d s/, 'in 0.0 s')).toBe(`MCConsensusLive: LiveSpec => Success
3 states and 2 steps of Spec, explored and searched in 0.0 s

dropped  its text         states  explorer
nothing                        3  confirmed                  as claimed
Next     WF_chosen(Next)       3  refuted, lasso of 1 state  as claimed

Without Next, a behaviour that never reaches Success:
  in the initial state
    /\\ chosen = {}
  it stays for ever
`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('confirms what Paxos needs, all of it, in a model with ballots below and above', patience, () => {
    const { status, stdout } = synod(['live', 'MCPaxosLive', '--json']);
    expect(status).toBe(0);
    const paxos = models(stdout).at(0);
    expect(paxos?.states).toBe(185_369);
    expect(paxos?.rows.map((row) => [row.dropped, row.explorer.holds, row.explorer.states])).toEqual([
      [null, true, 3921],
      ['Phase1a', false, 3921],
      ['Phase1b', false, 3921],
      ['Phase2a', false, 3921],
      ['Phase2b', false, 3921],
      ['NoHigherBallot', false, 185_369],
    ]);
    expect(paxos?.rows.at(-1)?.explorer.lasso?.steps).toEqual([
      'Phase1a(1)',
      'Phase1a(2)',
      'Phase1b(a1)',
      'Phase1b(a2)',
    ]);

    // The conjuncts that are dropped are those of the module, and of the model that TLC is given.
    const rows = paxos?.rows.slice(1) ?? [];
    expect(conjuncts('Paxos.tla', 'LiveSpec\\(b, Q\\)')).toEqual(['Spec', ...rows.map(({ text }) => text)]);
    const inModel = rows.map(({ dropped, text }) => {
      const there = text?.replaceAll(/\bb\b/g, 'LiveBallot').replaceAll(/\bQ\b/g, 'LiveQuorum') ?? '';
      return `"${dropped}" \\notin Dropped => ${there}`;
    });
    const higher = inModel.at(-1)?.replace('=> [][', '=> ');
    expect(conjuncts('MCPaxosLive.tla', 'WeakenedLiveSpec')).toEqual([
      'Init',
      `[][/\\ Next /\\ ${higher}`,
      ...inModel.slice(0, -1),
    ]);
  });

  it('drops in Consensus what its LiveSpec has', () => {
    expect(conjuncts('Consensus.tla', 'LiveSpec')).toEqual(['Spec', 'WF_chosen(Next)']);
    expect(conjuncts('MCConsensusLive.tla', 'WeakenedLiveSpec')).toEqual([
      'Spec',
      '"Next" \\notin Dropped => WF_chosen(Next)',
    ]);
  });

  it('says that it does not follow, exit code 1', () => {
    const change = {
      package: 'consensus',
      file: 'definitions.js',
      from: 's.chosen.size === 0',
      to: 's.chosen.size === 1',
    };
    const { status, stdout } = synodWith(change, ['live', 'MCConsensusLive']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^nothing .* refuted, lasso of 1 state {2}Success does not follow$/m);
    expect(stdout).toContain('With every conjunct, a behaviour that never reaches Success:');
  });

  it.each([
    ['a mistyped model', ['live', 'MCPaxosLife'], 'did you mean MCPaxosLive?', { from: '', to: '' }],
    [
      'nothing to drop',
      ['live'],
      'MCPaxosLive.cfg: must have the line Dropped = {}',
      { from: '    Dropped = {}\n', to: '' },
    ],
    [
      'something dropped already',
      ['live'],
      'must have the line Dropped = {}',
      { from: 'Dropped = {}', to: 'Dropped = {"Phase1a"}' },
    ],
    [
      'no ballot above',
      ['live', 'MCPaxosLive'],
      'no ballot is above LiveBallot, 2',
      { from: 'LiveBallot = 1', to: 'LiveBallot = 2' },
    ],
    [
      'no quorum',
      ['live', 'MCPaxosLive'],
      'LiveQuorum must be an element of Quorum',
      { from: 'LiveQuorum = {a1, a2}', to: 'LiveQuorum = {a1}' },
    ],
    ['an operator', ['live'], 'is given by an operator', { from: 'Ballot = {0, 1, 2}', to: 'Ballot <- Nat' }],
  ])('refuses %s, exit code 2', patience, (_, args, message, change) => {
    withProject((project) => {
      const file = join(project, 'specs', 'MCPaxosLive.cfg');
      const text = readFileSync(file, 'utf8').replace('Value = {v1, v2}', 'Value = {v1}');
      const { from, to } = change;
      expect(text).toContain(from);
      writeFileSync(file, text.replace(from, to));
      const { status, stdout, stderr } = synod(['--project', project, ...args]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(message);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    });
  });

  it('refuses a project without the model, and TLC without Java', () => {
    withProject((project) => {
      rmSync(join(project, 'specs', 'MCPaxosLive.cfg'));
      const { status, stderr } = synod(['--project', project, 'live']);
      expect(status).toBe(2);
      expect(stderr).toContain('the model MCPaxosLive has no cfg file that can be read');
    });
    const { status, stderr } = synod(['live', '--tlc', 'MCConsensusLive'], {
      env: { PATH: '', JAVA_HOME: '' },
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^synod: .*[Jj]ava/);
  });
});

// Without a jar at hand these tests are skipped: nothing is fetched for them.
const tlc = await findTlc({ offline: true }).catch((error: unknown) => {
  if (error instanceof InputError && (error.code === 'no-tlc' || error.code === 'no-java')) return undefined;
  throw error;
});

describe.skipIf(tlc === undefined)('synod live --tlc, with the real TLC', patience, () => {
  it('agrees with TLC on every conjunct', () => {
    const { status, stdout } = synod(['live', '--tlc', '--json']);
    const rows = models(stdout).flatMap((model) => model.rows);
    expect(rows.map((row) => [row.dropped, row.tlc?.exitCode, row.asClaimed])).toEqual([
      [null, 0, true],
      ['Next', 13, true],
      [null, 0, true],
      ...['Phase1a', 'Phase1b', 'Phase2a', 'Phase2b', 'NoHigherBallot'].map((name) => [name, 13, true]),
    ]);
    expect(status).toBe(0);
  });

  it('says that the two disagree, exit code 1', () => {
    withProject((project) => {
      const file = join(project, 'specs', 'MCConsensusLive.tla');
      writeFileSync(file, readFileSync(file, 'utf8').replace('WF_chosen(Next)', 'TRUE'));
      const { status, stdout } = synod(['--project', project, 'live', '--tlc', 'MCConsensusLive']);
      expect(status).toBe(1);
      expect(stdout).toMatch(/^nothing .* confirmed .* refuted, lasso of 1 state .* the two disagree$/m);
    });
  });

  it('says why TLC could not tell, exit code 2', () => {
    withProject((project) => {
      const file = join(project, 'specs', 'MCConsensusLive.tla');
      writeFileSync(file, readFileSync(file, 'utf8').replace('{"Next"}', '{}'));
      const { status, stdout, stderr } = synod(['--project', project, 'live', '--tlc', 'MCConsensusLive']);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^synod: TLC could not check MCConsensusLive \(an ASSUME is false\): .*\n$/);
    });
  });
});
