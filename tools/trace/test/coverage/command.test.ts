import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CoverageReport } from '@synod/conformance';
import { describe, expect, it } from 'vitest';
import { root } from '../synod.js';
import { recorded, slow } from '../validate/bench.js';
import { lampBench, log } from './lamp.js';

const { folder, write, read, coverage } = lampBench();
const json = (args: readonly string[]): CoverageReport =>
  JSON.parse(coverage([...args, '--json']).stdout) as CoverageReport;

describe('synod coverage', () => {
  it('counts what traces take, and shows the way to what they do not', slow, () => {
    const { status, stdout, stderr } = coverage(['on-off.ndjson', 'on.ndjson', 'dim.ndjson']);
    expect(stdout).toBe(`\
lamp.graph.ndjson  total  taken     %  perhaps
actions                5      3  60.0        0
steps                  6      2  33.3        2
states                 3      2  66.6        0

actions never taken: Break, Mend

action  steps  taken      %  perhaps
Break       1      0    0.0        0  never taken
Mend        1      0    0.0        0  never taken
Dim         2      0    0.0        2  taken, not known which step
Off         1      1  100.0        0
On          1      1  100.0        0

shortest behaviours to a step of each action that was not surely taken
  On → Break
  On → Dim(1)  (perhaps taken)
  On → Break → Mend

3 traces: 3 conform; 2 of those that conform add no step to those before
`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('takes a folder for the traces in it, by name', slow, () => {
    const { traces, steps } = json(['runs']);
    expect(traces.map(({ files, fresh }) => [files, fresh])).toEqual([
      [[join('runs', 'a.ndjson')], 1],
      [[join('runs', 'b.ndjson')], 1],
    ]);
    expect(steps).toEqual({ total: 6, taken: 2, perhaps: 0 });
  });

  it('takes logs of one execution together, and a log by a mapping', slow, () => {
    const model = ['--model', 'MCPaxosTiny', '--json'];
    const clock = coverage([recorded('paxos-clock'), '--together', ...model], { cwd: root });
    const report = JSON.parse(clock.stdout) as CoverageReport;
    expect(report.traces).toHaveLength(1);
    expect(report.traces[0]?.files).toHaveLength(3);
    expect(report.actions.taken).toBe(4);
    const mapped = coverage(
      ['etcd.ndjson', '--map', 'etcd.map.json', '--graph', 'Terms.graph.ndjson', '--spec', 'Terms.tla'],
      { cwd: join(root, 'examples/logs') },
    );
    expect(mapped.status).toBe(0);
    expect(mapped.stdout).toMatch(/^steps +\d+ +[1-9]/m);
  });

  it('reads standard input', slow, () => {
    const { status, stdout } = coverage(['-', '--json'], { input: `${log('On', 'Off').join('\n')}\n` });
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as CoverageReport).steps.taken).toBe(2);
  });
});

describe('traces that do not count', () => {
  it('one that diverges is named with its line, counts nothing, and is exit code 1', slow, () => {
    const { status, stdout, stderr } = coverage(['on.ndjson', 'wrong.ndjson']);
    expect(stderr).toBe(
      'synod: wrong.ndjson:3: Mend is no step that Lamp allows here (1 of 2 events match), and counts nothing; to see why: synod validate wrong.ndjson --graph lamp.graph.ndjson\n',
    );
    expect(stdout).toMatch(/^steps +6 +1 +16\.6 +0$/m);
    expect(stdout).toMatch(/^2 traces: 1 conforms, 1 diverges; /m);
    expect(status).toBe(1);
  });

  it('the command that explains it is as a shell takes it', slow, () => {
    write("it's wrong.ndjson", log('Off'));
    const { stderr } = coverage(["it's wrong.ndjson"]);
    expect(stderr).toContain(String.raw`synod validate 'it'\''s wrong.ndjson' --graph lamp.graph.ndjson`);
  });

  it('one that cannot be read is exit code 2, beside one that diverges 1; the others count', slow, () => {
    const { status, stdout, stderr } = coverage(['cut.ndjson', 'on.ndjson', 'gone.ndjson']);
    expect(stderr).toBe(
      [
        'synod: cut.ndjson:2: this line is not JSON, or it was cut: a trace has one JSON object a line.',
        'synod: gone.ndjson: There is no such file.',
        '',
      ].join('\n'),
    );
    expect(stdout).toMatch(/^3 traces: 1 conforms, 2 could not be told of; /m);
    expect(status).toBe(2);
    expect(coverage(['cut.ndjson', 'wrong.ndjson']).status).toBe(1);
  });

  it('one of another specification is not judged', slow, () => {
    write('other.ndjson', ['{"trace":1,"spec":"Paxos"}', '{"action":"On"}']);
    const { status, stderr } = coverage(['on.ndjson', 'other.ndjson']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^synod: other\.ndjson:1: spec: this trace is one of Paxos/);
  });

  it('a suite that is given up is exit code 2', slow, () => {
    const { status, stderr } = coverage(['on.ndjson', '--timeout', '0.000001']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^synod: on\.ndjson[^\n]*\n$/);
  });
});

describe('thresholds', () => {
  // 2 of 5 actions, 2 of 6 steps, 2 of 3 states.
  it.each([
    ['--min-actions', '40', 0],
    ['--min-actions', '40.000000001', 1],
    ['--min-steps', '33.3', 0],
    ['--min-steps', '33.4', 1],
    ['--min-states', '66.6', 0],
    ['--min-states', '66.7', 1],
  ])('%s %s: exit code %d', slow, (option, percent, expected) => {
    const { status, stdout, stderr } = coverage(['on-off.ndjson', option, percent, '--out', 'missed.json']);
    expect(status).toBe(expected);
    const kind = option.slice('--min-'.length);
    const sentence = new RegExp(`^synod: ${kind}: .*${percent.slice(0, 4)}.*\n$`);
    expect(stderr).toMatch(expected === 0 ? /^$/ : sentence);
    // The report is there all the same.
    expect(stdout).toMatch(/^steps +6 +2 +33\.3/m);
    expect(JSON.parse(read('missed.json'))).toHaveProperty('steps.taken', 2);
  });

  it('are a sentence each, on standard error', slow, () => {
    const all = ['--min-actions', '100', '--min-steps', '100', '--min-states', '100'];
    const { status, stdout, stderr } = coverage(['on-off.ndjson', ...all, '--json']);
    expect(stderr.match(/^synod: (?:actions|steps|states): /gm)).toHaveLength(3);
    expect(JSON.parse(stdout)).toHaveProperty('coverage', 1);
    expect(status).toBe(1);
  });

  it('count what was surely taken only', slow, () => {
    const sure = coverage(['on-off.ndjson', 'dim.ndjson', '--min-steps', '34']);
    expect(sure.status).toBe(1);
    write('dim-1.ndjson', log('On', { action: 'Dim', params: [1] }));
    expect(coverage(['on-off.ndjson', 'dim-1.ndjson', '--min-steps', '50']).status).toBe(0);
  });
});

describe('files that are written', () => {
  it('have the report, which --json prints too, and a page', slow, () => {
    const { status, stdout } = coverage(['runs', '--json', '--out', 'r.json', '--html', 'r.html']);
    expect(status).toBe(0);
    expect(read('r.json')).toBe(stdout);
    expect(read('r.html')).toContain('<h1>33.3 % of the steps of Lamp taken</h1>');
  });

  it('are written wholly or not at all', slow, () => {
    write('kept.json', 'as it was');
    expect(coverage(['cut.ndjson', '--out', 'kept.json']).status).toBe(2);
    expect(read('kept.json')).toBe('as it was');
    const { status, stderr } = coverage(['on.ndjson', '--out', 'gone/r.json']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^synod: gone\/r\.json: The file cannot be written: .*\n$/);
    expect(existsSync(join(folder, 'gone'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
