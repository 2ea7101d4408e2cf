import { noColours } from '@synod/conformance/text';
import { describe, expect, it } from 'vitest';
import { coverageText } from '../../src/coverage/text.js';
import { covered, mixed } from './reports.js';

const text = (report = mixed, all = false): string => coverageText(report, all, noColours);

describe('a report as text', () => {
  it('has the totals, what was never taken, the actions, the ways there, and the traces', () => {
    expect(text()).toBe(`\
commit.dot  total  taken     %  perhaps
actions         4      2  50.0        1
steps       1,200    289  24.0       12
states          9      3  33.3        0

actions never taken: Abort
actions perhaps taken: Crash

action  steps  taken     %  perhaps
Abort     200      0   0.0        0  never taken
Crash     100      0   0.0       12  perhaps taken
Vote      300      0   0.0        0  taken, not known which step
Ask       600    289  48.1        0

shortest behaviours to a step of each action that was not surely taken
  Ask(p2)
  Ask(p1) → Crash(p1)  (perhaps taken)
  Ask(p1) → Vote(p1, no) → Abort

5 traces: 3 conform, 1 diverges, 1 could not be told of; 2 of those that conform add no step to those before`);
  });

  it('says only what there is to say when all is taken', () => {
    const count = { total: 3, taken: 3, perhaps: 0 };
    const whole = {
      ...mixed,
      actions: count,
      steps: count,
      states: count,
      byAction: [{ action: 'Ask', steps: count, taken: true }],
      missing: [],
      traces: [covered('a.ndjson', { fresh: 3 })],
    };
    expect(text(whole)).toBe(`\
commit.dot  total  taken      %  perhaps
actions         3      3  100.0        0
steps           3      3  100.0        0
states          3      3  100.0        0

action  steps  taken      %  perhaps
Ask         3      3  100.0        0

1 trace: 1 conforms; each of those that conform adds a step`);
  });

  it('shows about ten lines of behaviours, none wider than 100 columns, and all with --all', () => {
    const label = (n: number): string => `Receive(process${n}, message)`;
    const missing = [2, 3, 8, 9, 10, 11].map((length) => ({
      action: 'Receive',
      behaviour: Array.from({ length }, (_, index) => label(index)),
      from: 0,
      to: 1,
      perhaps: false,
    }));
    const behaviours = (all: boolean): string[] => {
      const [, after = ''] = text({ ...mixed, missing }, all).split('not surely taken\n');
      return after.slice(0, after.indexOf('\n\n')).split('\n');
    };
    const few = behaviours(false);
    expect(few.length).toBeLessThanOrEqual(11);
    expect(few.at(-1)).toMatch(/^ {2}and \d more: --all shows them$/);
    const whole = behaviours(true);
    expect(Math.max(...whole.map((line) => line.length))).toBeLessThanOrEqual(100);
    for (const { behaviour } of missing) {
      expect(whole.join(' ').replaceAll(/ +/g, ' ')).toContain(behaviour.join(' → '));
    }
  });

  it('shows a first behaviour however long it is, and shortens a label that fills a line', () => {
    const behaviour = Array.from({ length: 60 }, (_, index) => `Step(${index}, ${'x'.repeat(200)})`);
    const long = text({ ...mixed, missing: [{ action: 'Step', behaviour, from: 0, to: 1, perhaps: false }] });
    expect(long).toContain('Step(59, xxx');
    expect(Math.max(...long.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  });

  it('shows no control character of what traces hold', () => {
    const traces = [covered('a.ndjson', { fresh: 1 })];
    const report = text({ ...mixed, traces, against: 'a\u001b[31m.dot', missing: [] });
    expect(report).not.toContain('\u001b');
    expect(report).toContain('a\\u001b[31m.dot');
  });
});
