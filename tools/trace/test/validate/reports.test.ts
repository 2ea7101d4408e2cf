import { beforeAll, describe, expect, it } from 'vitest';
import type { Run } from '../synod.js';
import { bench, linesOf, slow } from './bench.js';

const { write, read, validate } = bench();

describe('one run, told to programs', () => {
  let run: Run;
  beforeAll(() => {
    write('lost.ndjson', linesOf('paxos-lost-line.ndjson'));
    write('good.ndjson', linesOf('consensus.ndjson'));
    write('bad.ndjson', ['{"trace":1,"spec":"Consensus","model":"MCConsensus"}', '{"acti', '{}']);
    // Values of a trace are anybody's.
    write('hostile.ndjson', [
      '{"trace":1,"spec":"Paxos","model":"MCPaxosTiny"}',
      '{"action":"Phase1b","params":{"a":"<img src=x onerror=alert(1)>\\n::error::forged"}}',
    ]);
    const files = ['good.ndjson', 'lost.ndjson', 'bad.ndjson', 'hostile.ndjson'];
    const reports = ['--json', '--junit', 'report.xml', '--html', 'report.html'];
    run = validate([...files, ...reports, '--suggest-hidden', '--shrink'], {
      env: { GITHUB_ACTIONS: 'true', FORCE_COLOR: '1', CI: 'true' },
    });
  }, slow.timeout);

  it('exits with 1: a divergence counts for more than what could not be read', () => {
    expect(run.status).toBe(1);
  });

  it('is JSON on standard output, and nothing else', () => {
    const { format, verdict, executions } = JSON.parse(run.stdout);
    expect({ format, verdict }).toEqual({ format: 1, verdict: 'diverges' });
    expect(executions).toMatchObject([
      { files: ['good.ndjson'], spec: 'Consensus', verdict: 'conforms', events: 3, matched: 3 },
      {
        files: ['lost.ndjson'],
        against: 'MCPaxosTiny',
        engine: 'graph',
        order: 'total',
        verdict: 'diverges',
        events: 8,
        matched: 5,
        warnings: [],
        divergence: {
          first: { index: 5, file: 'lost.ndjson', line: 7, action: 'Phase1b', params: { a: 'a1' } },
          prefixCount: 1,
          prefixes: [
            {
              matched: 5,
              cut: [5],
              stateCount: 1,
              next: [{ kind: 'parameters', possible: ['Phase1b(a3)'], conjuncts: [{ line: 83 }] }],
            },
          ],
        },
      },
      {
        files: ['bad.ndjson'],
        verdict: 'could not tell',
        reason: 'bad.ndjson:2: this line is not JSON, or it was cut: a trace has one JSON object a line.',
      },
      { files: ['hostile.ndjson'], verdict: 'diverges' },
    ]);
  });

  it('suggests the step that was not logged', () => {
    expect(JSON.parse(run.stdout).executions[1].divergence.suggestions).toEqual([
      { type: 'once', step: 'Phase1a(1)', matched: 8, conforms: true },
      { type: 'hidden', step: 'Phase1a', matched: 8, conforms: true },
    ]);
  });

  it('shrinks to a trace that diverges in the same way', slow, () => {
    const { first, shrunk, prefixes } = JSON.parse(run.stdout).executions[1].divergence;
    expect(shrunk.shortest).toBe(true);
    expect(shrunk.events.map(({ text, line }: { text: string; line: number }) => [line, text])).toEqual([
      [2, 'Phase1a(0)'],
      [3, 'Phase1b(a1)'],
      [7, 'Phase1b(a1)'],
    ]);
    const { status, stdout } = validate([write('shrunk.ndjson', shrunk.lines), '--json']);
    expect(status).toBe(1);
    const again = JSON.parse(stdout).executions[0];
    expect(again).toMatchObject({
      events: 3,
      matched: 2,
      divergence: { first: { line: 4, text: first.text } },
    });
    expect(again.divergence.prefixes[0].next[0]).toMatchObject({
      kind: prefixes[0].next[0].kind,
      conjuncts: [{ text: prefixes[0].next[0].conjuncts[0].text, line: 83 }],
    });
  });

  it('is a JUnit report with a case a trace', () => {
    const xml = read('report.xml');
    expect(xml).toMatch(/<testsuite name="synod validate" tests="4" failures="2" errors="1" /);
    expect(xml).toContain(
      '<failure message="lost.ndjson:7: Phase1b(a1) is no step that Paxos allows here (5 of 8 events match)">',
    );
    expect(xml).toMatch(/<testcase classname="synod\.validate" name="good\.ndjson" time="[\d.]+"\/>/);
    expect(xml).toContain('a lost line?');
    expect(xml).not.toContain('<img');
  });

  it('is a page of HTML, in which nothing of a trace is markup', () => {
    const html = read('report.html');
    expect(html).toMatch(/^<!DOCTYPE html>\n/);
    expect(html).toContain('lost.ndjson:7');
    expect(html).toContain('if one step Phase1a(1) was not logged before lost.ndjson:7');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/(?:src|href)="https?:/);
  });

  it('annotates the lines in GitHub Actions', () => {
    const commands = run.stderr.split('\n').filter((line) => line.startsWith('::'));
    expect(commands.map((line) => line.split('::', 2)[1])).toEqual([
      'error file=lost.ndjson,line=7,title=Paxos%3A parameters not possible',
      expect.stringMatching(/^error file=bad\.ndjson,title=.*could not tell$/),
      'error file=hostile.ndjson,line=2,title=Paxos%3A action not possible',
    ]);
    expect(run.stderr).not.toContain('\u001b');
  });
});

describe('for people', () => {
  it('nothing is annotated, and a pipe gets no colours whatever CI says', slow, () => {
    const env = { FORCE_COLOR: '1', CI: 'true', CLICOLOR_FORCE: '1' };
    const { status, stdout, stderr } = validate(['lost.ndjson', '--suggest-hidden', '--shrink'], { env });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain(`
  a lost line?
      if one step Phase1a(1) was not logged before lost.ndjson:7, the whole trace conforms
      if Phase1a is one of the hidden actions, the whole trace conforms
  a shortest sub-trace that diverges in the same way: 3 of 8 events
      + lost.ndjson:2  Phase1a(0)
      + lost.ndjson:3  Phase1b(a1)
      x lost.ndjson:7  Phase1b(a1)
`);
  });

  it('a report that cannot be written is said, after the verdict', slow, () => {
    const { status, stdout, stderr } = validate(['good.ndjson', '--junit', 'no/such/folder/report.xml']);
    expect(stdout).toMatch(/conforms\n$/);
    expect(stderr).toMatch(/^synod: no\/such\/folder\/report\.xml: the report cannot be written: .*\n$/);
    expect(status).toBe(2);
  });
});
