import { describe, expect, it } from 'vitest';
import { fileOf, refusal } from '../../../test/traces.js';
import { readTrace } from './read-trace.js';

const read = (order: string, ...events: readonly object[]): ReturnType<typeof readTrace> => {
  const lines = events.map((event) => JSON.stringify({ action: 'A', ...event }));
  const chunks = [fileOf(JSON.stringify({ trace: 1, spec: 'P', order }), ...lines)];
  return readTrace({ chunks, file: 'log' });
};
const numbered = 'for a log is numbered from 0 without gaps or repeats.';

/** Events of processes p and q with a clock each, which has this own entry. */
const p = (seq: number, own: number = seq + 1): object => ({ process: 'p', seq, clock: { p: own } });
const q = (seq: number, own: number = seq + 1): object => ({ process: 'q', seq, clock: { q: own, p: 99 } });

describe('in a total order', () => {
  it.each<[string, object[]]>([
    ['nothing is needed', [{}, {}]],
    [
      'each process counts its own',
      [
        { process: 'p', seq: 0 },
        { process: 'q', seq: 0 },
        { process: 'p', seq: 1 },
      ],
    ],
    ['so does what has no process', [{ seq: 0 }, { process: 'q', seq: 0 }, { seq: 1 }]],
    ['a line without seq may have been counted', [{ seq: 0 }, {}, {}, { seq: 3 }]],
    ['or not', [{ seq: 0 }, {}, {}, { seq: 1 }, { seq: 2 }]],
    ['clocks and times are not compared', [{ clock: { p: 2 }, start: 5, end: 3 }, { clock: { p: 1 } }]],
  ])('%s', async (_, events) => {
    expect((await read('total', ...events)).events).toHaveLength(events.length);
  });

  it.each<[string, object[], string]>([
    [
      'does not begin with 0',
      [{ process: 'p', seq: 1 }],
      `log:2: seq: process p begins with 1; expected is 0, ${numbered}`,
    ],
    [
      'has a gap',
      [
        { process: 'p', seq: 0 },
        { process: 'q', seq: 0 },
        { process: 'p', seq: 3 },
      ],
      `log:4: seq: process p goes from 0 (line 2) to 3; expected is 1, ${numbered}`,
    ],
    [
      'has a gap that lines without it do not fill',
      [{ seq: 0 }, {}, { seq: 3 }],
      `log:4: seq: the log without a process goes from 0 (line 2) to 3; expected is 1, ${numbered}`,
    ],
    [
      'has a gap after one that was filled',
      [{ seq: 0 }, {}, { seq: 1 }, { seq: 3 }],
      `log:5: seq: the log without a process goes from 1 (line 4) to 3; expected is 2, ${numbered}`,
    ],
    [
      'repeats',
      [{ seq: 0 }, { seq: 0 }],
      `log:3: seq: the log without a process goes back to 0 from 0 (line 2); expected is 1, ${numbered}`,
    ],
    [
      'goes back',
      [{ seq: 0 }, { seq: 1 }, { seq: 0 }],
      `log:4: seq: the log without a process goes back to 0 from 1 (line 3); expected is 2, ${numbered}`,
    ],
  ])('a seq that %s is refused', async (_, events, message) => {
    expect(await refusal(() => read('total', ...events))).toBe(message);
  });
});

describe('in the order of clocks', () => {
  it('the lines of a process may stand anywhere', async () => {
    const events = [q(1), p(2, 7), p(0, 2), q(0), p(1, 3)];
    expect((await read('clock', ...events)).events).toHaveLength(5);
  });

  const needs = 'with "order": "clock", every event needs process, seq and clock.';
  it.each<[string, object[], string]>([
    ['no process', [{ seq: 0, clock: {} }], `log:2: process: ${needs}`],
    ['no seq', [{ process: 'p', clock: { p: 1 } }], `log:2: seq: ${needs}`],
    ['no clock', [p(0), { process: 'p', seq: 1 }], `log:3: clock: ${needs}`],
    [
      'no own entry',
      [{ process: 'p', seq: 0, clock: { q: 1 } }],
      'log:2: clock: it lacks the entry of the process that logged the event, "p".',
    ],
    [
      'an own entry that only looks like one',
      [{ process: 'toString', seq: 0, clock: { q: 1 } }],
      'log:2: clock: it lacks the entry of the process that logged the event, "toString".',
    ],
    [
      'an own entry that stands still',
      [p(0, 4), p(1, 4)],
      'log:3: clock: the own entry of process p is 4 at seq 1, and 4 at seq 0 (line 2): it must rise with every event.',
    ],
    [
      'an own entry that falls',
      [q(0), p(1, 3), p(0, 4)],
      'log:3: clock: the own entry of process p is 3 at seq 1, and 4 at seq 0 (line 4): it must rise with every event.',
    ],
    [
      'a seq that begins late',
      [p(1), p(2)],
      `log:2: seq: process p begins with 1; expected is 0, ${numbered}`,
    ],
    [
      'a gap',
      [p(0), q(0), p(4), p(3)],
      `log:5: seq: process p goes from 0 (line 2) to 3; expected is 1, ${numbered}`,
    ],
    ['a seq twice', [p(0), p(1), p(0)], `log:4: seq: process p has 0 twice; expected is 2, ${numbered}`],
    [
      'a late seq twice',
      [p(0), p(2), p(2)],
      `log:4: seq: process p has 2 twice (line 3); expected is 1, ${numbered}`,
    ],
  ])('%s is refused', async (_, events, message) => {
    expect(await refusal(() => read('clock', ...events))).toBe(message);
  });

  it('of a log in any order the same is refused', async () => {
    const events = Array.from({ length: 100 }, (_, seq) => p(seq));
    expect((await read('clock', ...events.toReversed())).events).toHaveLength(100);
    const gap = events.filter((_, seq) => seq !== 50).toReversed();
    expect(await refusal(() => read('clock', ...gap))).toMatch(
      /process p goes from 49 \(line 51\) to 51; expected is 50/,
    );
  });
});

describe('in the order of times', () => {
  const event = (seq: number, start: number, end: number): object => ({ process: 'p', seq, start, end });

  it('an event may take no time at all', async () => {
    expect((await read('interval', event(1, 5, 7), event(0, -1.5, -1.5))).events).toHaveLength(2);
  });

  it('clocks are not compared', async () => {
    const events = [4, 3].map((own, seq) => ({ ...event(seq, seq, seq), clock: { p: own } }));
    expect((await read('interval', ...events)).events).toHaveLength(2);
  });

  const needs = 'with "order": "interval", every event needs process, seq, start and end.';
  it.each<[string, object[], string]>([
    ['no process', [{ seq: 0, start: 0, end: 1 }], `log:2: process: ${needs}`],
    ['no seq', [{ process: 'p', start: 0, end: 1 }], `log:2: seq: ${needs}`],
    ['no start', [{ process: 'p', seq: 0, end: 1 }], `log:2: start: ${needs}`],
    ['no end', [{ process: 'p', seq: 0, start: 0 }], `log:2: end: ${needs}`],
    ['an end before the start', [event(0, 2, 1)], 'log:2: start: 2 is after "end", which is 1.'],
    [
      'a gap',
      [event(0, 0, 1), event(2, 2, 3)],
      `log:3: seq: process p goes from 0 (line 2) to 2; expected is 1, ${numbered}`,
    ],
  ])('%s is refused', async (_, events, message) => {
    expect(await refusal(() => read('interval', ...events))).toBe(message);
  });
});
