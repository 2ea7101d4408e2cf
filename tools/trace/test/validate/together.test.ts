import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../synod.js';
import { bench, linesOf, recorded, rows, slow } from './bench.js';

const { write, validate } = bench();

const there = (name: string): string => join(root, recorded(name));
const [a1, a2, p0] = ['a1', 'a2', 'p0'].map((process) => there(`paxos-clock/${process}.ndjson`)) as [
  string,
  string,
  string,
];
const [header = '', ...events] = linesOf('paxos-clock/a1.ndjson');
const expectConforms = (run: { readonly status: number | null; readonly stdout: string }): void => {
  expect(rows(run.stdout).map((line) => line.replace(/^.* Paxos /, ''))).toEqual([
    'MCPaxosTiny 11 11 graph conforms',
  ]);
  expect(run.status).toBe(0);
};

describe('several files as one execution', () => {
  it('conform in whatever order they are given', slow, () => {
    expectConforms(validate([p0, a2, a1, '--together']));
    expectConforms(validate([a1, a2, p0, '--together']));
  });

  it('are nothing by themselves', slow, () => {
    const { status, stdout } = validate([a1, a2, p0]);
    expect(status).toBe(1);
    expect(rows(stdout).map((line) => line.replace(/^.* MCPaxosTiny /, ''))).toEqual([
      '4 0 graph diverges',
      '3 0 graph diverges',
      '4 1 graph diverges',
    ]);
  });

  it('may have the log of one process in two parts, and come from standard input', slow, () => {
    const early = write('early.ndjson', [header, ...events.slice(0, 2)]);
    const late = write('late.ndjson', [header, ...events.slice(2)]);
    const input = readFileSync(p0);
    expectConforms(validate([late, a2, early, '-', '--together'], { input }));
    const { stdout, stderr } = validate([late, a2, p0, '--together']);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'synod: late.ndjson:2: seq: process a1 begins with 2; expected is 0, for a log is numbered from 0 without gaps or repeats.\n',
    );
  });

  it('hide what any of them hides', slow, () => {
    const hidden = header.replace('"order"', '"hidden":["Phase1a","Phase2a"],"order"');
    const { status, stdout } = validate([write('hiding.ndjson', [hidden, ...events]), a2, '--together']);
    expect(status, stdout).toBe(0);
    const open = validate([a1, a2, '--together']);
    expect(open.status).toBe(1);
    expect(open.stdout).toMatch(
      /a1\.ndjson:2: Phase1b\(a1\) is no step that Paxos allows here \(process a1, seq 0; 0 of 7/,
    );
  });
});

describe('times', () => {
  it('order less than lines do', slow, () => {
    const [first = '', ...others] = linesOf('paxos-interval.ndjson');
    const total = write('total.ndjson', [first.replace('interval', 'total'), ...others]);
    const { status, stdout } = validate([there('paxos-interval.ndjson'), total]);
    expect(status).toBe(1);
    expect(stdout.split('\n')[0]).toBe(
      'total.ndjson:6: Phase2b(a1) leads to no state that is as observed here (process a1, seq 1; 4 of 7 events match)',
    );
    expect(rows(stdout).map((line) => line.replace(/^.* MCPaxosTiny /, ''))).toEqual([
      '7 7 graph conforms',
      '7 4 graph diverges',
    ]);
  });
});

describe('files that are no one execution', () => {
  const other = linesOf('paxos-clock/a2.ndjson').join('\n');
  const total = linesOf('paxos.ndjson').join('\n');

  it.each<[string, string, string]>([
    [
      'by their constants',
      other.replace('"trace":1', '"trace":1,"constants":{"Value":["v1"]}'),
      `a2.ndjson:1: constants.Value: it is {"v1"} here and not given in ${a1}; files that are one execution agree on it.`,
    ],
    [
      'by their modules',
      other.replace('"Paxos"', '"Voting"'),
      `a2.ndjson:1: spec: it is Voting here and Paxos in ${a1}; files that are one execution agree on it.`,
    ],
    [
      'by their orders',
      total,
      `a2.ndjson:1: order: it is "total" here and "clock" in ${a1}; files that are one execution agree on it.`,
    ],
    [
      'by a seq that two of them have',
      other.replaceAll('"a2"', '"a1"'),
      `a2.ndjson:2: seq: process a1 has 0 twice (${a1}:2); expected is 4, for a log is numbered from 0 without gaps or repeats.`,
    ],
  ])('are refused: %s', slow, (_, content, message) => {
    const run = validate([a1, write('a2.ndjson', content), '--together']);
    expect(run).toEqual({ status: 2, stdout: '', stderr: `synod: ${message}\n` });
  });

  it('are refused: by a total order, which says nothing of two files', slow, () => {
    const [one, two] = ['one.ndjson', 'two.ndjson'].map((name) => write(name, total));
    const { stderr } = validate([one ?? '', two ?? '', '--together']);
    expect(stderr).toBe(
      'synod: two.ndjson:1: order: with "total", nothing says which step of this file and of one.ndjson came first: files that are one execution need "clock" or "interval".\n',
    );
  });
});
