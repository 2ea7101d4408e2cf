import { stripVTControlCharacters } from 'node:util';
import type { DivergenceReport, PrefixReport, TraceReport } from '@synod/conformance';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { reportText } from '../../src/validate/output/text.js';
import { reasonLine, warningLines } from '../../src/validate/output/warnings.js';
import { hostile } from './hostile-report.js';
import { longLanes, twoCuts } from './lane-reports.js';
import * as reports from './reports.js';

const plain = pc.createColors(false);

describe('what the terminal shows', () => {
  it.each<[string, readonly TraceReport[]]>([
    ['table', [reports.conforming, reports.conformingModel, reports.couldNotTell]],
    ['observation', [reports.observation]],
    ['action', [reports.action]],
    ['parameters', [reports.parameters]],
    ['init', [reports.init]],
    ['two-cuts', [twoCuts]],
    ['long-lanes', [longLanes(1000)]],
  ])('of %s is the golden text', async (name, shown) => {
    await expect(`${reportText(shown, plain)}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  it('is the same with colours', () => {
    const all = [reports.observation, twoCuts, reports.couldNotTell];
    const coloured = reportText(all, pc.createColors(true));
    expect(coloured).toContain('\u001b[31mx Phase1b(a1)');
    expect(stripVTControlCharacters(coloured)).toBe(reportText(all, plain));
  });

  it('has no character that a terminal obeys, and no line that begins as a workflow command', () => {
    const text = reportText([hostile], plain);
    expect(text).toContain('\\u001b[31m\\u000a::warning::forged');
    expect(text).toContain('"\\u202e"');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text.split('\n').filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  });

  it('tells of a divergence of which nothing more is known', () => {
    const { divergence: _, ...bare } = reports.observation;
    expect(reportText([bare], plain).split('\n')[0]).toBe(
      'trace.ndjson: Paxos does not allow this execution (4 of 6 events match)',
    );
  });

  it('counts the longest prefixes that it does not show', () => {
    const divergence = twoCuts.divergence as DivergenceReport;
    const prefixes = Array.from({ length: 9 }, () => divergence.prefixes[1] as PrefixReport);
    const text = reportText(
      [{ ...twoCuts, divergence: { ...divergence, prefixes, prefixCount: 120 } }],
      plain,
    );
    const lines = text.split('\n').filter((line) => line.includes('longest prefix'));
    expect(lines).toHaveLength(2 + 5 + 1);
    expect(lines.slice(-2)).toEqual([
      '  longest prefix 7 of 120: 6 events (a1 1, a2 2, p0 3), then not Phase2b(a1)',
      '  and 113 more longest prefixes',
    ]);
  });

  it('begins with the prefix that the first unmatched event belongs to', () => {
    const divergence = twoCuts.divergence as DivergenceReport;
    const other = { ...divergence, prefixes: divergence.prefixes.toReversed() };
    expect(reportText([{ ...twoCuts, divergence: other }], plain)).toBe(reportText([twoCuts], plain));
  });

  it('suggests no lost line where no initial state is as init says', () => {
    const { suggestions = [] } = reports.action.divergence ?? {};
    const divergence = { ...(reports.init.divergence as DivergenceReport), suggestions };
    expect(reportText([{ ...reports.init, divergence }], plain)).toBe(reportText([reports.init], plain));
  });

  it('of an observation without an action says so', () => {
    const [prefix] = reports.observation.divergence?.prefixes ?? [];
    const first = { index: 4, file: 'trace.ndjson', line: 6, state: { maxBal: 1 }, text: 'any step' };
    const next = prefix?.next.map((mismatch) => ({ ...mismatch, event: first })) ?? [];
    const divergence = {
      first,
      prefixCount: 1,
      lanes: [{ events: [first] }],
      prefixes: [{ matched: 0, cut: [0], states: [], stateCount: 0, enabled: [], next }],
    };
    expect(reportText([{ ...reports.observation, divergence }], plain)).toMatch(
      /^trace.ndjson:6: Paxos is in no state that is as observed here \(4 of 6 events match\)\n/,
    );
  });
});

describe('the lanes', () => {
  const many = (processes: number, text: string): TraceReport => {
    const lanes = Array.from({ length: processes }, (_, i) => ({
      process: `process-${i}`,
      events: [reports.event(i, text, [], { process: `process-${i}` })],
    }));
    const next = lanes.slice(-2).map(({ events }) => ({
      event: events[0] as never,
      kind: 'action' as const,
      message: 'No.',
      conjuncts: [],
      possible: [],
    }));
    const cut = lanes.map((_, i) => (i < processes - 2 ? 1 : 0));
    const prefix = { matched: processes - 2, cut, states: [], stateCount: 0, enabled: [], next };
    const divergence = {
      first: (next[0] as { event: never }).event,
      lanes,
      prefixCount: 1,
      prefixes: [prefix],
    };
    return { ...twoCuts, divergence };
  };

  it.each([2, 3, 5, 8, 9, 30])('of %d processes fit a log viewer', (processes) => {
    const lines = reportText([many(processes, 'An action with a name that is rather long')], plain).split(
      '\n',
    );
    const drawn = lines.filter(
      (line) => /^ +\d+ {2}/.test(line) || line.startsWith('  line') || line.includes('----'),
    );
    expect(drawn.length).toBeGreaterThan(processes > 8 ? 8 : processes);
    expect(Math.max(...drawn.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('always have those that could go on', () => {
    const text = reportText([many(30, 'Act')], plain);
    expect(text.match(/^ .* x Act/gm)).toHaveLength(2);
    expect(text).toContain('  23 more processes are not shown');
  });

  it('have no cross for an event that waits for others', () => {
    const divergence = twoCuts.divergence as DivergenceReport;
    const [prefix] = divergence.prefixes as [PrefixReport];
    const prefixes = [{ ...prefix, next: prefix.next.slice(0, 1) }];
    const text = reportText([{ ...twoCuts, divergence: { ...divergence, prefixes, prefixCount: 1 } }], plain);
    expect(text.split('\n').filter((line) => /^ +\d+ +[x.] /.test(line))).toEqual([
      '     4  x Phase1b(a1)',
      '     4                                . Phase2a(0, v2)',
    ]);
  });

  it('have the events of several files in no order that nobody knows: by how far they are from the cut', () => {
    const [prefix] = twoCuts.divergence?.prefixes.slice(1) ?? [];
    expect(prefix?.behaviour).toBeUndefined();
    const rows = reportText([twoCuts], plain)
      .split('longest prefix 2 of 2')[1]
      ?.split('\n')
      .filter((line) => line.includes(' + P'));
    expect(rows?.map((line) => line.trim().replace(/^\d+ +. /, ''))).toEqual([
      'Phase1a(0)',
      'Phase1b(a2)',
      'Phase2a(0, v1)',
      'Phase1b(a1)',
      'Phase2b(a2)',
      'Phase2a(0, v2)',
    ]);
  });
});

describe('what goes to standard error', () => {
  it('is every warning, with its file once', () => {
    expect(warningLines(reports.conforming)).toEqual([
      'good.ndjson: the parameters of Send could not be compared: give --spec FILE.tla',
    ]);
    expect(warningLines(reports.couldNotTell)).toEqual([
      'long.ndjson:801: the last line is cut off and was left out',
    ]);
    expect(warningLines(hostile)[0]).not.toContain('\n');
  });

  it('is why it could not be told', () => {
    expect(reasonLine(reports.couldNotTell)).toBe(
      'long.ndjson: the frontier has more than 1000 states after line 412: raise --max-frontier',
    );
    expect(reasonLine(reports.conforming)).toBeUndefined();
  });
});
