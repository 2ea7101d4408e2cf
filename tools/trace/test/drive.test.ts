import { describe, expect, it } from 'vitest';
import { type Run, synod } from './synod.js';

const python = ['--', 'python3', 'examples/python-paxos/driven.py'];

/** Drives the Paxos in Python through a few behaviours of the smallest model. */
function drive(options: readonly string[], ...mistake: readonly string[]): Run {
  return synod(['drive', '--model', 'MCPaxosTiny', ...options, ...python, ...mistake]);
}

const byChance = ['--random', '8', '--seed', '3', '--length', '30'];

describe('synod drive', () => {
  it('passes an implementation in another language, and says how many steps it took', () => {
    const { status, stdout, stderr } = drive(byChance);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Paxos \(MCPaxosTiny\): conforms\n/);
    expect(stdout).toContain('8 by chance: to have them again, give --random 8 --seed 3 --length 30');
    expect(stdout).toMatch(/ 240 taken; \d+ of the 22,994 steps of the graph/);
    expect(drive(byChance).stdout).toBe(stdout);
  });

  it('shows the shortest way to a step that is not allowed, and the conjunct that is false', () => {
    const { status, stdout } = drive([], '--broken', 'votes-below-promise');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^Phase2b\(a\d\) is not possible, and the implementation does not refuse it\n/);
    expect(stdout).toContain('false: m.bal >= maxBal[a]  at specs/Paxos.tla:117');
    // A ballot is begun, two promise, a value is asked for; a higher ballot is promised; then the vote.
    expect(stdout).toMatch(/\n {2}7 {2}Phase2b\(a\d\)\n\nevent 7: /);
    expect(stdout).toContain('(6 of 7 events match)');
  });

  it('takes the steps of a specification that is compiled, without an export', () => {
    const tiny = ['--spec', 'specs/MCPaxosTiny.tla', '--cfg', 'specs/MCPaxosTiny.cfg'];
    const compiled = (...mistake: readonly string[]): Run =>
      synod(['drive', ...tiny, ...byChance, ...python, ...mistake]);
    const { status, stdout, stderr } = compiled();
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^MCPaxosTiny \(specs\/MCPaxosTiny\.tla\): conforms\n/);
    expect(stdout).toMatch(/ 240 taken; \d+ of the 22,994 steps of the graph/);
    const wrong = compiled('--broken', 'votes-below-promise');
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toMatch(
      /^Phase2b\(a\d\) is not possible, and the implementation does not refuse it\n/,
    );
    expect(wrong.stdout).toContain('(6 of 7 events match)');
  });

  it('prints the same as JSON', () => {
    const { status, stdout } = drive(['--cover', 'actions', '--json'], '--broken', 'takes-any-majority');
    expect(status).toBe(1);
    const report: unknown = JSON.parse(stdout);
    expect(report).toMatchObject({
      verdict: 'diverges',
      failure: { kind: 'not-allowed', report: { verdict: 'diverges' } },
      graphSteps: { total: 22_994 },
    });
  });

  it.each([
    [['--model', 'MCPaxosTiny', '--graph', 'x'], 'give either --model or --graph, not both'],
    [['--model', 'MCPaxosTiny', '--seed', '1'], '--seed and --length are for behaviours by chance'],
    [['--model', 'MCPaxosTiny', '--random', '1', '--cover', 'steps'], '--cover and --max-length are for'],
    [
      ['--model', 'MCPaxosTiny', '--spec', 'x.tla'],
      '--spec and --cfg are for a specification of your own: a bundled model has its module',
    ],
    [[], 'behaviours are made of a graph: give --model NAME'],
    [['--random', '0'], 'it must be a whole number from 1 up.'],
  ])('refuses %j in one line', (options, message) => {
    const { status, stdout, stderr } = synod(['drive', ...options, ...python]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('refuses a program that is no implementation in one line', () => {
    const run = (...command: readonly string[]): Run =>
      synod(['drive', '--model', 'MCConsensus', '--random', '1', '--', ...command]);
    expect(run('no-such-program')).toMatchObject({ status: 2, stdout: '' });
    const { status, stderr } = run(process.execPath, '-p', '"hello"');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^synod: .* answered hello, which is not JSON\. Expected is a program that .*\n$/);
  });
});
