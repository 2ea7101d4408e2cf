import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root, synod } from './synod.js';

const slow = { timeout: 60_000 };
const one = join(root, 'traces/tlc/MCPaxosOne');
const fixture = (name: string): string => join(root, 'packages/tla/fixtures', name);
const main = join(root, 'tools/trace/dist/main.js');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-graph-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('synod graph', () => {
  it('writes NDJSON, and warns of what it cannot tell on standard error', slow, () => {
    const run = synod(['graph', fixture('ConST-tlc173.out'), '--variables', 'x, o']);
    expect(run.status, run.stderr).toBe(0);
    expect(run.stdout.split('\n')).toHaveLength(1 + 6 + 13 + 1);
    expect(run.stderr).toMatch(
      /^synod: warning: .*ConST-tlc173\.out: which states are initial is not in the file.*\n$/,
    );
  });

  it('reads standard input, compressed or not', slow, () => {
    const direct = synod(['graph', join(one, 'steps.dot.gz')]).stdout;
    const piped = spawnSync(process.execPath, [main, 'graph', '-'], {
      input: readFileSync(fixture('ConL-tlchead.dot')),
    });
    expect(piped.stdout.toString()).toBe(synod(['graph', fixture('ConL-tlchead.dot')]).stdout);
    const bytes = readFileSync(join(one, 'steps.dot.gz'));
    const packed = spawnSync(process.execPath, [main, 'graph', '-'], { input: bytes });
    expect(packed.stdout.toString().split('\n')).toHaveLength(direct.split('\n').length);
    const cut = spawnSync(process.execPath, [main, 'graph', '-'], { input: bytes.subarray(0, 900) });
    expect(cut.status).toBe(2);
    expect(cut.stderr.toString()).toBe('synod: standard input: The gzip file ends too early: it was cut.\n');
  });

  it('writes a file wholly', slow, () => {
    const out = join(folder, 'graph.json');
    const link = join(folder, 'link.json');
    writeFileSync(out, 'old');
    symlinkSync(out, link);
    const run = synod(['graph', one, '--to', 'json', '--out', link]);
    expect(run).toEqual({ status: 0, stdout: '', stderr: '' });
    expect((JSON.parse(readFileSync(out, 'utf8')) as { states: unknown[] }).states).toHaveLength(25);
    expect(readdirSync(folder).toSorted()).toEqual(['graph.json', 'link.json']);
    expect(synod(['graph', one, '--out', '/dev/null']).status).toBe(0);
  });

  it('or not at all', slow, () => {
    const out = join(folder, 'graph.ndjson');
    writeFileSync(out, 'old');
    writeFileSync(join(folder, 'cut.dot'), readFileSync(fixture('ConL-tlc174.dot')).subarray(0, 900));
    expect(synod(['graph', join(folder, 'cut.dot'), '--out', out]).status).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('old');
    expect(readdirSync(folder).toSorted()).toEqual(['cut.dot', 'graph.ndjson']);
  });

  it('prints figures beside the graph it writes', slow, () => {
    const out = join(folder, 'graph.ndjson');
    const run = synod(['graph', one, '--stats', '--json', '--out', out]);
    expect(JSON.parse(run.stdout)).toMatchObject({ format: 1, states: 25, steps: 81, depth: 9 });
    expect(existsSync(out)).toBe(true);
    const dump = synod(['graph', fixture('Val-tlc174.dump'), '--stats']).stdout;
    expect(dump).toContain('\nstates                         77\ninitial states                  –\n');
  });

  it('ends well when nobody reads on', slow, async () => {
    const child = spawn(process.execPath, [main, 'graph', join(root, 'traces/tlc/MCPaxosTiny')]);
    const errors: string[] = [];
    child.stderr.on('data', (text) => errors.push(String(text)));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
  });

  it('writes a trace as ITF', slow, () => {
    const trace = synod(['graph', fixture('BadL.json'), '--to', 'itf']);
    expect(JSON.parse(trace.stdout)).toMatchObject({ vars: ['o', 'x'], loop: 2 });
    const path = synod(['graph', one, '--to', 'itf', '--path', 'maxVal = (a1 :> v1)']);
    expect((JSON.parse(path.stdout) as { states: unknown[] }).states).toHaveLength(5);
  });
});

describe('synod graph says in one line what is wrong', () => {
  it.each<[string, readonly string[], RegExp]>([
    [
      'a format',
      [one, '--to', 'jsn'],
      /there is no format jsn, did you mean json\? \(ndjson, json, itf, dot\)/,
    ],
    ['a format like none', [one, '--to', 'svg'], /there is no format svg \(ndjson/],
    ['no file', [], /missing required argument 'file'/],
    ['a file that is none', ['nowhere.dot'], /nowhere\.dot: There is no such file/],
    [
      'an unknown kind of file',
      [join(root, 'LICENSE')],
      /LICENSE: This is no graph or error trace that is known here/,
    ],
    ['a graph as a trace', [one, '--to', 'itf'], /MCPaxosOne: A graph is not a trace.*--path/],
    [
      'a state that there is not',
      [one, '--to', 'itf', '--path', '25'],
      /no state 25; states are numbered from 0 to 24/,
    ],
    [
      'a path without steps',
      [fixture('Val-tlc174.dump'), '--to', 'itf', '--path', '1'],
      /does not have the steps/,
    ],
    [
      'a path without a beginning',
      [fixture('ConST-tlc173.out'), '--to', 'itf', '--path', '1'],
      /does not say which states are initial/,
    ],
    ['a path to nothing', [one, '--path', '3'], /--path goes with --to itf/],
    ['figures in no form', [one, '--json'], /--json is for the figures of --stats/],
    ['two things on one output', [one, '--stats', '--to', 'dot'], /give the graph a file with --out/],
    ['a folder to write to', [one, '--out', root], /The file cannot be written: EISDIR/],
    [
      'a place that is not there',
      [one, '--out', '/nowhere/graph'],
      /\/nowhere\/graph: The file cannot be written: ENOENT/,
    ],
  ])('%s', slow, (_, args, says) => {
    const run = synod(['graph', ...args]);
    expect(run.status, run.stderr).toBe(2);
    // What has asked for JSON reads there that there is none.
    expect(run.stdout).toMatch(args.includes('--json') ? /"exitCode": 2/ : /^$/);
    const lines = run.stderr
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('synod: warning: '));
    expect(lines).toEqual([expect.stringMatching(says)]);
  });
});
