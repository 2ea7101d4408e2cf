import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root, synod } from './synod.js';

const folder = mkdtempSync(join(tmpdir(), 'synod-types-'));
afterAll(() => rmSync(folder, { recursive: true }));

const example = 'examples/two-phase-commit';

describe('synod types', () => {
  it('writes the words of a bundled model', () => {
    const { status, stdout, stderr } = synod(['types', '--model', 'MCPaxosTiny']);
    expect(stderr).toBe('');
    expect(stdout).toBe(
      `export interface Paxos {
  readonly actions: {
    readonly Phase1a: { readonly b: 0 | 1 };
    readonly Phase1b: { readonly a: 'a1' | 'a2' | 'a3' };
    readonly Phase2a: { readonly b: 0 | 1; readonly v: 'v1' | 'v2' };
    readonly Phase2b: { readonly a: 'a1' | 'a2' | 'a3' };
  };
  readonly variables: 'maxBal' | 'maxVBal' | 'maxVal' | 'msgs';
}
`,
    );
    expect(status).toBe(0);
  });

  it('writes those of an export to a file, which TypeScript accepts', () => {
    const out = join(folder, 'two-phase.ts');
    const { status, stdout } = synod(['types', '--graph', `${example}/export`, '--out', out]);
    expect([status, stdout]).toEqual([0, '']);
    // Without the module, nobody has named the parameters.
    expect(readFileSync(out, 'utf8')).toContain('readonly CountYes: { readonly [parameter: string]: Json };');
    const named = ['--spec', `${example}/TwoPhase.tla`, '--out', out];
    expect(synod(['types', '--graph', `${example}/export`, ...named]).status).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(/^export interface TwoPhase \{\n/);
    const tsc = spawnSync(
      join(root, 'node_modules/.bin/tsc'),
      ['--ignoreConfig', '--noEmit', '--strict', out],
      {
        encoding: 'utf8',
      },
    );
    expect(tsc.stdout).toBe('');
    expect(tsc.status).toBe(0);
  });

  it.each([
    [[], /give --model NAME for a bundled model/],
    [['--model', 'MCPaxosTiny', '--graph', 'x'], /and not both/],
    [['--model', 'MCPaxosTiny', '--spec', 'x.tla'], /--spec and --cfg are for --graph/],
    [['--model', 'MCNothing'], /MCNothing/],
    [['--graph', 'nowhere'], /nowhere: There is no such file/],
    [['--model', 'MCConsensus', '--out', '/nowhere/x.ts'], /\/nowhere\/x\.ts: the types cannot be written/],
  ])('says in one line what is wrong: %j', (args, message) => {
    const { status, stdout, stderr } = synod(['types', ...args]);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([status, stdout]).toEqual([2, '']);
  });
});
