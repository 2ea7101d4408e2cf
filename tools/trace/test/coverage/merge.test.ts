import type { CoverageReport } from '@synod/conformance';
import { describe, expect, it } from 'vitest';
import { slow } from '../validate/bench.js';
import { lampBench } from './lamp.js';

const { write, read, coverage } = lampBench();
const reportOf = (text: string): CoverageReport => JSON.parse(text) as CoverageReport;

/** The report of some traces, in a file. */
function counted(file: string, ...traces: readonly string[]): CoverageReport {
  coverage([...traces, '--out', file]);
  return reportOf(read(file));
}

describe('merging', () => {
  it('of reports is as if all traces had been counted at once, with traces and without', slow, () => {
    counted('1.json', 'on-off.ndjson');
    counted('2.json', 'break.ndjson', 'dim.ndjson');
    const whole = withoutFresh(
      reportOf(coverage(['on-off.ndjson', 'break.ndjson', 'dim.ndjson', '--json']).stdout),
    );
    const merged = coverage(['--merge', '1.json', '2.json', '--json']);
    expect(merged.status).toBe(0);
    expect(withoutFresh(reportOf(merged.stdout))).toEqual(whole);
    const both = coverage(['break.ndjson', 'dim.ndjson', '--merge', '1.json', '--json']);
    expect(withoutFresh(reportOf(both.stdout))).toEqual(whole);
    expect(coverage(['--merge', '1.json', '--merge', '2.json', '--json']).stdout).toBe(merged.stdout);
  });

  it('meets a threshold that neither report meets alone', slow, () => {
    counted('1.json', 'on-off.ndjson');
    counted('2.json', 'break.ndjson');
    const least = ['--min-states', '100', '--min-steps', '66.6'];
    expect(coverage(['--merge', '1.json', ...least]).status).toBe(1);
    expect(coverage(['--merge', '2.json', ...least]).status).toBe(1);
    expect(coverage(['--merge', '1.json', '2.json', ...least]).status).toBe(0);
  });

  it('keeps what did not conform: its exit code is that of the runs', slow, () => {
    counted('bad.json', 'on.ndjson', 'wrong.ndjson');
    const { status, stderr } = coverage(['--merge', 'bad.json']);
    expect(status).toBe(1);
    expect(stderr).toContain('wrong.ndjson:3: Mend is no step');
    counted('cut.json', 'on.ndjson', 'cut.ndjson');
    expect(coverage(['--merge', 'cut.json']).status).toBe(2);
  });
});

describe('a report that cannot be merged', () => {
  const good = (): CoverageReport => counted('good.json', 'on.ndjson');
  const cases: readonly [string, () => string | object, RegExp][] = [
    ['of another graph', () => ({ ...good(), graph: 'f'.repeat(64) }), /another graph than lamp/],
    ['of another version', () => ({ ...good(), coverage: 2 }), /version 2/],
    ['that is no report', () => ({ some: 'thing' }), /no coverage report/],
    ['that is no object', () => [1], /no coverage report/],
    ['that is a trace', () => '{"trace":1}\n{"action":"On"}\n', /traces stand before --merge/],
    ['that is empty', () => '', /no JSON object/],
    [
      'with a set that is too short',
      () => ({ ...good(), sets: { ...good().sets, stepsTaken: '' } }),
      /stepsTaken/,
    ],
    [
      'with other counts than its sets',
      () => ({ ...good(), steps: { total: 6, taken: 5, perhaps: 0 } }),
      /taken/,
    ],
    [
      'with an action that is none',
      () => ({ ...good(), sets: { ...good().sets, actionsTaken: ['X'] } }),
      /"X"/,
    ],
    ['without its traces', () => ({ ...good(), traces: undefined }), /traces/],
  ];

  it.each(cases)('%s is exit code 2 with one line', slow, (_, make, message) => {
    const made = make();
    write('bad.json', typeof made === 'string' ? made : JSON.stringify(made));
    const { status, stdout, stderr } = coverage(['on.ndjson', '--merge', 'bad.json']);
    expect(stderr).toMatch(/^synod: bad\.json: [^\n]*\n$/);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('that is not there is exit code 2', slow, () => {
    const { status, stderr } = coverage(['--merge', 'gone.json']);
    expect(stderr).toMatch(/^synod: gone\.json: The report cannot be read: [^\n]*\n$/);
    expect(status).toBe(2);
  });

  it('that has no traces counts nothing', slow, () => {
    const report = good();
    const none = { total: 0, taken: 0, perhaps: 0 };
    const empty = {
      ...report,
      actions: { ...none, total: 5 },
      steps: { ...none, total: 6 },
      states: { ...none, total: 3 },
      traces: [],
      sets: {
        stepsTaken: 'AA==',
        stepsPerhaps: 'AA==',
        statesTaken: 'AA==',
        statesPerhaps: 'AA==',
        actionsTaken: [],
        actionsPerhaps: [],
      },
    };
    write('empty.json', JSON.stringify(empty));
    const { status, stdout, stderr } = coverage(['--merge', 'empty.json']);
    expect(stderr).toBe('synod: the reports have no traces: a suite without traces covers nothing\n');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

/** What a trace adds depends on what was counted before it, and in which run. */
function withoutFresh(report: CoverageReport): object {
  const inOrder = report.traces.toSorted((one, other) =>
    (one.files[0] ?? '') < (other.files[0] ?? '') ? -1 : 1,
  );
  return { ...report, traces: inOrder.map(({ fresh: _, ...trace }) => trace) };
}
