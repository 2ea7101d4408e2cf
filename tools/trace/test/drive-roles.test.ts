import { describe, expect, it } from 'vitest';
import { type Run, synod } from './synod.js';

function drive(...options: readonly string[]): Run {
  return synod(['drive', ...options]);
}

describe('synod drive --roles', () => {
  it('takes every step of MCPaxosTiny', () => {
    const { status, stdout, stderr } = drive('--model', 'MCPaxosTiny', '--roles');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Paxos \(MCPaxosTiny\): conforms\n/);
    expect(stdout).toContain('; 22,994 of the 22,994 steps of the graph (100 %)\n');
    expect(stdout).toMatch(
      / refusals {4}\d\d,\d{3} steps that are not allowed were asked for and refused\n$/,
    );
    expect(status).toBe(0);
  });

  it('takes steps by chance while the roles crash, and prints JSON', () => {
    const byChance = ['--random', '20', '--seed', '3', '--length', '30', '--json'];
    const { status, stdout } = drive('--model', 'MCPaxosTiny', '--roles', '--restart', ...byChance);
    const report: unknown = JSON.parse(stdout);
    expect(report).toMatchObject({ verdict: 'conforms', behaviours: 20, steps: 600, seed: 3 });
    expect(status).toBe(0);
  });

  it('takes those of a model with one acceptor', () => {
    const { status, stdout } = drive('--model', 'MCPaxosOne', '--roles', '--restart');
    expect(stdout).toContain('(100 %)');
    expect(status).toBe(0);
  });

  it.each([
    [['--model', 'MCPaxosTiny'], 'say what is to take the steps: a program after --, or --roles'],
    [['--model', 'MCPaxosTiny', '--roles', '--', 'true'], 'give either a program or --roles, not both'],
    [['--roles'], '--roles take the steps of a bundled model of Paxos: give --model MCPaxosTiny, say'],
    [['--roles', '--graph', 'x'], '--roles take the steps of a bundled model of Paxos'],
    [['--model', 'MCVoting', '--roles'], 'the roles are those of Paxos, and MCVoting is a model of Voting'],
    [['--model', 'MCPaxosTiny', '--roles', '--timeout', '1'], '--timeout is for a program'],
    [['--model', 'MCPaxosTiny', '--restart', '--', 'true'], '--restart is for --roles'],
  ])('refuses %j in one line', (options, message) => {
    const { status, stdout, stderr } = drive(...options);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
