import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const synod = fileURLToPath(new URL('../../trace/dist/main.js', import.meta.url));

function mutants(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [synod, 'mutants', ...args], { encoding: 'utf8' });
}

describe('synod mutants', { timeout: 120_000 }, () => {
  it('tells of each mutant what gave it away, and counts them', () => {
    const { status, stdout, stderr } = mutants('--only', 'Paxos!Send');
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^Paxos!Send:including\(s\.msgs,m\)→what was there {2}msgs' = msgs \\cup \{m\} {2}packages\/paxos\/src\/Send\.ts:\d+$/m,
    );
    expect(stdout).toMatch(/^ {2}MCPaxosOne: step Phase1a\(0\) only in the code after 0 steps$/m);
    expect(stdout).toMatch(/^MCPaxosOne, step {2,}2$/m);
    expect(stdout).toMatch(/^2 mutants, 0 of them not caught, in \d+ s$/m);
    expect(status).toBe(0);
  });

  it('tells programs', () => {
    const { status, stdout } = mutants('--only', 'Consensus!Inv:s.chosen.size<=', '--json');
    const result = JSON.parse(stdout) as { mutants: { id: string; outcome: { type: string } }[] };
    expect(result).toMatchObject({ format: 1, exitCode: 0, unknown: [] });
    expect(result.mutants.map(({ id, outcome }) => `${id} ${outcome.type}`)).toEqual([
      'Consensus!Inv:s.chosen.size<=→< caught',
      'Consensus!Inv:s.chosen.size<=→>= caught',
      'Consensus!Inv:s.chosen.size<=1→dropped equivalent',
      'Consensus!Inv:s.chosen.size<=1→2 equivalent',
    ]);
    expect(status).toBe(0);
  });

  it('lists them without trying any', () => {
    const { status, stdout } = mutants('--list');
    const lines = stdout.trim().split('\n');
    expect(lines.length).toBeGreaterThan(500);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^Paxos!Phase2b:m\.bal>=→> {2}a comparison changed {2}packages\/paxos\/src\/Phase2b\.ts:\d+$/,
      ),
    );
    expect(status).toBe(0);
  });

  it('refuses a text that no id contains', () => {
    const { status, stdout, stderr } = mutants('--only', 'Phase3');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`synod: no mutant's id contains "Phase3"; synod mutants --list lists them\n`);
  });
});
