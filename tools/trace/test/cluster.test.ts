import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, start } from './nodes.js';
import { synod } from './synod.js';

describe('synod cluster', () => {
  it('runs one instance, shows what happens in plain words, and ends', async () => {
    const { status, stdout, stderr } = await run('cluster', '--propose', 'A,B');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('a client proposes "A" at a1\n');
    expect(stdout).toMatch(/^a\d promises ballot \d+ to a\d$/m);
    expect(stdout).toMatch(/^a\d asks for votes for "[AB]" in ballot \d+$/m);
    expect(stdout).toMatch(/\nall 3 nodes say that "[AB]" is chosen\n$/);
  });

  it('kills nodes at all kinds of moments, and holds all that they did against Paxos.tla', async () => {
    const data = join(mkdtempSync(join(realpathSync(tmpdir()), 'synod-test-')), 'data');
    const { status, stdout } = await run('cluster', '--rounds', '3', '--seed', '5', '--data', data);
    expect(stdout).toMatch(/^3 rounds, seed 5: as it must be\n/);
    expect(stdout).toMatch(/kill -9 {3}[1-9]/);
    expect(stdout).toContain('3 of 3 instances conform to Paxos.tla');
    expect(status).toBe(0);
    const [merged = ''] = readdirSync(join(data, 'merged'));
    const file = join(data, 'merged', merged);
    expect(readFileSync(file, 'utf8')).toContain('"order":"clock"');
    // They are traces like any other.
    expect(synod(['validate', file, '--engine', 'model']).status).toBe(0);
    rmSync(join(data, '..'), { recursive: true });
  });

  it('stops its nodes when it is told to, and leaves nothing behind', async () => {
    const { child, said, ended } = start(['cluster', '--nodes', '1']);
    expect(await said).toBe('a1: up. From another terminal:');
    child.kill('SIGINT');
    const { stdout } = await ended;
    const [, config = ''] = /--config (\S+)/.exec(stdout) ?? [];
    expect(config).toContain('cluster.json');
    expect(existsSync(config)).toBe(false);
  });

  it('interrupted, tells of the rounds that were made, and takes no silence for a failure', async () => {
    const data = mkdtempSync(join(realpathSync(tmpdir()), 'synod-test-'));
    const { child, ended } = start(['cluster', '--rounds', '500', '--seed', '5', '--data', data]);
    const second = join(data, 'traces', 'round-2');
    while (!existsSync(second)) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGINT');
    const { stdout } = await ended;
    expect(stdout).toMatch(
      /^(\d+) rounds, seed 5: as it must be\n[^]*\nstopped: \1 of 500 rounds were made, and nothing in them is wrong\.\n$/,
    );
    rmSync(data, { recursive: true });
  });

  it('overwrites nothing that is not its own', () => {
    const data = mkdtempSync(join(realpathSync(tmpdir()), 'synod-test-'));
    const config = join(data, 'cluster.json');
    writeFileSync(config, '{"cluster":"parliament"}');
    const { status, stderr } = synod(['cluster', '--propose', 'A', '--data', data]);
    expect([status, stderr]).toEqual([
      2,
      `synod: ${config} is there already, and synod cluster did not write it: give another folder with --data.\n`,
    ]);
    expect(synod(['cluster', '--rounds', '1', '--data', data]).stderr).toBe(
      `synod: rounds need a folder that is new or empty, and cluster.json is in ${data}: give another one with --data.\n`,
    );
    expect(readFileSync(config, 'utf8')).toBe('{"cluster":"parliament"}');
    rmSync(data, { recursive: true });
  });

  it.each([
    [['--propose', 'A', '--rounds', '1'], 'give either --propose or --rounds'],
    [['--seed', '1'], '--seed is for --rounds'],
    [['--rounds', '0'], '--rounds must be at least 1'],
    [['--propose', 'A,,B'], 'a value of --propose is empty'],
    [['--nodes', '10'], 'it must be a whole number from 1 to 9.'],
    [['--data', '/dev/null/x', '--propose', 'A'], 'a cluster cannot keep its files in /dev/null/x'],
  ])('refuses %j in one line', (options, message) => {
    const { status, stdout, stderr } = synod(['cluster', ...options]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
