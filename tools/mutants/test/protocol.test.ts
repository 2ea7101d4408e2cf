import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  hiddenMistakes,
  mistakes,
  protocolExitCode,
  protocolMarkdown,
  runProtocolMutants,
} from '@synod/mutants';
import { describe, expect, it } from 'vitest';

// The command line is built before any test is run.
const host = new URL('../../trace/dist/protocol-host.js', import.meta.url).href;
const project = fileURLToPath(new URL('../../..', import.meta.url));
const synod = fileURLToPath(new URL('../../trace/dist/main.js', import.meta.url));

function command(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [synod, 'mutants', '--protocol', ...args], { encoding: 'utf8' });
}

const mistake = mistakes.find(({ id }) => id === 'acceptor/promise-lower');
const [hidden] = hiddenMistakes;
if (mistake === undefined || hidden === undefined) throw new Error('the catalogue has changed');

describe('a run of protocol mutants', { timeout: 120_000 }, () => {
  const options = { host, project, seeds: 30, hidden: [] };

  it('does not depend on how many work at it', async () => {
    const chosen = mistakes.filter(({ id }) => id.startsWith('quorum/'));
    const [one, two] = await Promise.all(
      [1, 2].map((workers) => runProtocolMutants({ ...options, mistakes: chosen, workers })),
    );
    expect(one?.results).toEqual(two?.results);
    expect(one?.deployed).toEqual(two?.deployed);
  });

  it('that lets one survive has the exit code 1', async () => {
    const [patch] = mistake.patches;
    const nothing = { ...mistake, patches: [{ ...mistake.patches[0], replace: patch?.find } as never] };
    const report = await runProtocolMutants({ ...options, mistakes: [nothing], workers: 1 });
    expect(report.results.map(({ outcome }) => outcome)).toEqual(['survived']);
    expect(protocolExitCode(report)).toBe(1);
  });

  it('that catches what is proved not to be has the exit code 1', async () => {
    const wrong = { ...mistake, proof: 'It cannot.' };
    const report = await runProtocolMutants({ ...options, mistakes: [], hidden: [wrong], workers: 1 });
    expect(report.results.map(({ outcome }) => outcome)).toEqual(['stale']);
    expect(protocolExitCode(report)).toBe(1);
  });

  it('whose witness shows a difference has the exit code 1', async () => {
    const other = {
      ...hidden,
      id: 'acceptor/votes-twice',
      patches: [{ file: 'acceptor/vote.js', find: 'if (again)', replace: 'if (false)' }],
    };
    const report = await runProtocolMutants({ ...options, mistakes: [], hidden: [other], workers: 1 });
    expect(report.results.map(({ outcome }) => outcome)).toEqual(['refuted']);
    expect(protocolExitCode(report)).toBe(1);
  });

  it('refuses a patch that does not fit', async () => {
    const gone = { ...mistake, patches: [{ file: 'ballot.js', find: 'gone', replace: '' }] };
    await expect(runProtocolMutants({ ...options, mistakes: [gone] })).rejects.toMatchObject({
      code: 'file-changed',
    });
  });
});

describe('synod mutants --protocol', { timeout: 120_000 }, () => {
  it('tells of each mistake what gave it away, with the conjunct that is false', () => {
    const { status, stdout, stderr } = command('--only', 'acceptor/promise-lower');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^acceptor\/promise-lower {2}three nodes\n {2}Promises any ballot/);
    expect(stdout).toMatch(
      /^ {2}validation, run \d+: (?:action|parameters) not possible: event \d+, Phase1b\(n\d\): /m,
    );
    expect(stdout).toMatch(/^ {4}false: m\.bal > maxBal\[a\] \(.*Paxos\.tla:\d+\)$/m);
    expect(stdout).toMatch(/^the protocol without mistakes: \d+ runs? in 1 cluster, all accepted$/m);
    expect(stdout).toMatch(/^1 mistake, 0 of them not caught, the others within \d+ runs?, in \d+ s$/m);
    expect(status).toBe(0);
  });

  it('tells programs', () => {
    const { status, stdout } = command('--only', 'quorum/one-less', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      format: 1,
      exitCode: 0,
      mutants: [
        {
          id: 'quorum/one-less',
          outcome: 'caught',
          trial: { validation: { seed: expect.any(Number), sentence: expect.any(String) } },
        },
      ],
      deployed: [{ scenario: 'three nodes', isAccepted: true }],
    });
    expect(status).toBe(0);
  });

  it('has the exit code 1 if one is not caught in as many runs as it may have', () => {
    const { status, stdout } = command('--only', 'proposer/most-frequent', '--seeds', '1');
    expect(stdout).toMatch(/^ {2}survives 1 run$/m);
    expect(status).toBe(1);
  });

  it('lists them without trying any', () => {
    const { status, stdout } = command('--list');
    expect(stdout.trimEnd().split('\n')).toHaveLength(mistakes.length + hiddenMistakes.length);
    expect(status).toBe(0);
  });

  it.each([
    [['--only', 'nothing of that name'], /^synod: no mistake's id contains "nothing of that name"/],
    [['--seeds', '0'], /^synod: --seeds takes a number from 1 to 1,000,000, and this is "0"\n$/],
    [['--seeds', 'many'], /^synod: --seeds takes a number/],
  ])('refuses %j in one line', (args, message) => {
    const { status, stdout, stderr } = command(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it.each(['--seeds=3', '--markdown'])('alone has %s', (option) => {
    const { status, stderr } = spawnSync(process.execPath, [synod, 'mutants', option], { encoding: 'utf8' });
    expect(stderr).toMatch(/^synod: --\w+ is for mistakes in the protocol: give --protocol, too\n$/);
    expect(status).toBe(2);
  });

  it('has a page that says what it lists', () => {
    const page = readFileSync(new URL('../../../docs/protocol-mutants.md', import.meta.url), 'utf8');
    expect(page).toBe(protocolMarkdown());
  });
});
