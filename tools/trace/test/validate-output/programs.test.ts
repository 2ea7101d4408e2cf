import { describe, expect, it } from 'vitest';
import { annotations } from '../../src/validate/output/annotations.js';
import { reportsJson } from '../../src/validate/output/json.js';
import { reportsJunit } from '../../src/validate/output/junit.js';
import { hostile } from './hostile-report.js';
import { longLanes, twoCuts } from './lane-reports.js';
import { reportsSchema } from './report-schema.js';
import * as reports from './reports.js';

const everything = [
  reports.conforming,
  reports.conformingModel,
  reports.observation,
  reports.action,
  reports.parameters,
  reports.init,
  reports.couldNotTell,
  twoCuts,
  longLanes(20 + 42),
  hostile,
];

describe('the JSON', () => {
  it('has all of every report', () => {
    const json: unknown = JSON.parse(reportsJson(everything));
    expect(reportsSchema.parse(json)).toEqual(json);
    expect(json).toEqual({
      format: 1,
      verdict: 'diverges',
      executions: JSON.parse(JSON.stringify(everything)),
    });
  });

  it.each([
    ['conforms', [reports.conforming]],
    ['diverges', [reports.couldNotTell, reports.action]],
    ['could not tell', [reports.conforming, reports.couldNotTell]],
    ['could not tell', []],
  ])('says that all together %s', (verdict, shown) => {
    expect(JSON.parse(reportsJson(shown))).toMatchObject({ verdict });
  });
});

describe('the JUnit report', () => {
  it('has a case for each execution', () => {
    const xml = reportsJunit([reports.conforming, reports.observation, reports.couldNotTell]);
    const lines = xml.split('\n');
    expect(lines[2]).toBe(
      '  <testsuite name="synod validate" tests="3" failures="1" errors="1" time="0.360">',
    );
    expect(lines[3]).toBe('    <testcase classname="synod.validate" name="good.ndjson" time="0.120">');
    expect(lines[4]).toContain('<system-err>good.ndjson: the parameters of Send');
    expect(lines[7]).toBe(
      '      <failure message="trace.ndjson:6: Phase2b(a1) leads to no state that is as observed here (4 of 6 events match)">trace.ndjson:6: Phase2b(a1) leads to no state that is as observed here (4 of 6 events match)',
    );
    expect(xml).toContain('      maxBal[a1]: the trace says 1, the specification has 0\n');
    expect(xml).toContain(
      '<error message="the frontier has more than 1000 states after line 412: raise --max-frontier"/>',
    );
  });

  it('has no markup of a trace', () => {
    const xml = reportsJunit([hostile]);
    expect(xml).not.toContain('<script>');
    expect(xml).not.toContain('\u001b');
    expect(xml).toContain('name="&quot;&gt;&lt;img src=x onerror=alert(2)&gt;.ndjson"');
  });
});

describe('the annotations', () => {
  it('show a divergence at its line, with all of why, in one line', () => {
    expect(annotations([reports.action])).toEqual([
      '::error file=trace.ndjson,line=2,title=Paxos%3A action not possible::trace.ndjson:2: Phase1b(a1) is no step that Paxos allows here (0 of 2 events match)%0A' +
        '  action not possible: no step of Phase1b is possible in the state%0A' +
        '  false: \\E m \\in msgs : m.type = "1a"  (msgs is empty)  at specs/Paxos.tla:81%0A' +
        '      a: a1%0A' +
        '  a lost line?%0A' +
        '      if one step Phase1a(0) was not logged before trace.ndjson:2, the whole trace conforms%0A' +
        '      if Phase1a is one of the hidden actions, the whole trace conforms',
    ]);
  });

  it('show what could not be told, and warnings', () => {
    expect(annotations([reports.conforming, reports.couldNotTell])).toEqual([
      '::warning file=good.ndjson,title=Paxos%3A not all could be compared::good.ndjson: the parameters of Send could not be compared: give --spec FILE.tla',
      '::error file=long.ndjson,title=Paxos%3A could not tell::long.ndjson: the frontier has more than 1000 states after line 412: raise --max-frontier',
      '::warning file=long.ndjson,title=Paxos%3A not all could be compared::long.ndjson:801: the last line is cut off and was left out',
    ]);
  });

  it('show what init says at the first line', () => {
    expect(annotations([reports.init])[0]).toMatch(
      /^::error file=trace\.ndjson,line=1,title=Paxos%3A initial state contradicted::/,
    );
  });

  it('name files from the folder where it runs, and none for standard input', () => {
    const at = (file: string): string =>
      annotations([{ ...reports.couldNotTell, files: [file], warnings: [] }], '/project')[0] as string;
    expect(at('/project/traces/a,b:1%.ndjson')).toMatch(/^::error file=traces\/a%2Cb%3A1%25\.ndjson,title=/);
    expect(at('/elsewhere/a.ndjson')).toMatch(/^::error file=\/elsewhere\/a\.ndjson,title=/);
    expect(at('-')).toMatch(/^::error title=/);
  });

  it('are one line each, whatever a trace holds', () => {
    const lines = annotations([hostile]);
    expect(lines.map((line) => line.split('::')[1]?.split(' ')[0])).toEqual(['error', 'warning']);
    expect(lines.join('')).not.toMatch(/\p{Cc}|##\[/u);
  });
});
