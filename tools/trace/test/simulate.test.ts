import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input } from '@synod/roles';
import { deployed, type Protocol } from '@synod/simulator';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openProject } from '../src/project.js';
import { simulateCommand } from '../src/simulate/command.js';
import type { SimulateOptions } from '../src/simulate/options.js';
import { synod } from './synod.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulate-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

/** A proposer that takes no notice of the votes that are reported to it. */
const heedless: Protocol = {
  ...deployed,
  node: (id, cluster) => {
    const role = deployed.node(id, cluster);
    return { ...role, step: (state, input) => role.step(state, withoutVote(input)) };
  },
};

function withoutVote(input: Input): Input {
  if (input.type !== 'message' || input.message.type !== '1b') return input;
  return { ...input, message: { ...input.message, mbal: -1, mval: undefined } };
}

/** The command in this thread, with a protocol of one's own: the exit code, and what it prints. */
async function simulated(options: Partial<SimulateOptions>, protocol?: Protocol): Promise<[number, string]> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const given = { seeds: '1..200', faults: 'all', color: false, workers: 1, ...options };
  const exitCode = await simulateCommand(() => openProject(undefined), given, protocol);
  const text = log.mock.calls.flat().join('\n');
  log.mockRestore();
  return [exitCode, text];
}

/** What is left when time and threads are taken away. */
function lasting(text: string): unknown {
  const { seconds: _, workers: __, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return rest;
}

describe('synod simulate', { timeout: 120_000 }, () => {
  it('says the same with one thread and with two', () => {
    const args = ['simulate', '--seeds', '1..150', '--model', 'MCPaxosTiny', '--coverage', '--json'];
    const [one, two] = ['1', '2'].map((workers) => synod([...args, '--workers', workers]));
    expect(one?.stderr).toBe('');
    expect([one?.status, two?.status]).toEqual([0, 0]);
    const said = lasting(one?.stdout ?? '');
    expect(lasting(two?.stdout ?? '')).toEqual(said);
    expect(said).toMatchObject({ verdict: 'conforms', tally: { runs: 150 }, model: 'MCPaxosTiny' });
    const { coverage } = said as { readonly coverage: { readonly states: { readonly taken: number } } };
    expect(coverage.states.taken).toBeGreaterThan(200);
  });

  it('fails where the runs visit fewer states than are asked for', () => {
    const args = ['simulate', '--seeds', '1..50', '--model', 'MCPaxosTiny', '--coverage'];
    const { status, stdout, stderr } = synod([...args, '--min-states', '95']);
    expect(status).toBe(1);
    expect(stdout).toContain('conforms: ');
    expect(stderr).toMatch(
      /^synod: states: \d+\.\d % of 3,921 were taken \(\d+\), and 95 % are asked for\.\n$/u,
    );
    expect(synod([...args, '--min-states', '2']).status).toBe(0);
  });

  it('prints figures of the runs, whose whole mapped state conforms too', async () => {
    const [exitCode, text] = await simulated({ seeds: '5..64', nodes: 5, mapping: true });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^runs {5}60 of 5 nodes; quorums: majority; learning: all; faults: all\n/u);
    expect(text).toMatch(/\nfaults {3}.*\n(?: .*\n)* +\d+ crashes\n/u);
    expect(text).toContain('\nconforms: every run maps to a behaviour of Paxos; nobody learned two values,');
  });

  it('records traces that validate takes, against the model and without one', async () => {
    const [inModel, free] = [join(folder, 'model'), join(folder, 'free')];
    await simulated({ seeds: '1..12', model: 'MCPaxosTiny', record: inModel });
    await simulated({ seeds: '1..4', record: free });
    expect(readdirSync(free)).toHaveLength(4);
    const held = synod(['validate', inModel]);
    expect(held.stderr).toBe('');
    expect(held.status).toBe(0);
    expect(synod(['validate', free, '--engine', 'model']).status).toBe(0);
  });

  it('shows a failing run at its shortest, saves it, and runs it again', async () => {
    const save = join(folder, 'found.ndjson');
    const [exitCode, text] = await simulated({ save, faults: 'none' }, heedless);
    expect(exitCode).toBe(1);
    expect(text).toMatch(
      /\nseed \d+ fails\. A shortest schedule that fails in the same way \(\d+ of \d+ moves, /u,
    );
    expect(text).toMatch(/\n {3}1 {2}a client proposes v\d to n\d\n/u);
    expect(text).toMatch(/Phase2a\(/u);
    expect(text).toContain('at specs/Paxos.tla:');
    expect(text).toContain(`To run it again: synod simulate --replay ${save}`);
    const lines = readFileSync(save, 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThan(40);

    const [again, told] = await simulated({ replay: save }, heedless);
    expect(again).toBe(1);
    expect(told).toContain('at specs/Paxos.tla:');
    const well = synod(['simulate', '--replay', save]);
    expect(well.stderr).toBe('');
    expect(well.stdout).toContain('conforms: the run is a behaviour of Paxos.');
    expect(well.status).toBe(0);
  });

  it('finds a mistake within a model, too', async () => {
    const save = join(folder, 'found.ndjson');
    const [exitCode, text] = await simulated(
      { seeds: '1..2000', save, model: 'MCPaxosTiny', json: true },
      heedless,
    );
    expect(exitCode).toBe(1);
    expect(JSON.parse(text)).toMatchObject({
      verdict: 'fails',
      failure: { file: save, report: { verdict: 'diverges', against: 'MCPaxosTiny' } },
    });
  });

  it('refuses bad input with one line', () => {
    const file = join(folder, 'bad.ndjson');
    writeFileSync(file, '{"schedule":1}\n');
    for (const [args, message] of [
      [['--replay', file], `synod: ${file}:1: `],
      [
        ['--replay', join(folder, 'none')],
        `synod: ${join(folder, 'none')}: the schedule cannot be read: there is no such file`,
      ],
      // It never ends.
      [['--replay', '/dev/zero'], 'synod: /dev/zero: a schedule is a file, and this is none'],
      [['--seeds', '9..1'], 'synod: --seeds 9..1 has no seeds'],
      [['--model', 'MCPaxosTini'], 'synod: '],
      // There, what is there and can be written to is no folder.
      [['--record', join(file, 'runs')], `synod: ${join(file, 'runs')}: the folder cannot be made: `],
    ] as const) {
      const { status, stdout, stderr } = synod(['simulate', ...args]);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(message);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});
