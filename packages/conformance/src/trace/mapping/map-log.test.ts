import { describe, expect, it } from 'vitest';
import { log, mapped, mapping, refusal, traced } from '../../../test/mapping-log.js';
import { mapLog } from './map-log.js';
import { readMappedLog, streamMappedLog } from './read-mapped-log.js';

const byName = (name: string, more: object = {}): object => ({
  when: { '$.name': name },
  action: name,
  ...more,
});

describe('a rule', () => {
  const line = { name: 'A', n: 1, none: null, text: 'x 7', deep: { list: ['a'] } };

  it.each([
    ['a constant', { '$.name': 'A' }, true],
    ['another constant', { '$.name': 'B' }, false],
    ['a constant of another type', { '$.n': '1' }, false],
    ['null', { '$.none': null }, true],
    ['null, where there is nothing', { '$.nothing': null }, false],
    ['an element', { '$.deep.list[0]': 'a' }, true],
    ['one of several', { '$.n': [0, 1] }, true],
    ['one of others', { '$.n': [0, 2] }, false],
    ['a match', { '$.text': { match: '^x \\d$' } }, true],
    ['a match of a part', { '$.text': { match: ' ' } }, true],
    ['a match of a number', { '$.n': { match: '^1$' } }, true],
    ['another match', { '$.text': { match: '^y' } }, false],
    ['a match of an array', { '$.deep.list': { match: 'a' } }, false],
    ['a match of nothing', { '$.nothing': { match: '' } }, false],
    ['that there is something', { '$.none': { exists: true } }, true],
    ['that there is nothing', { '$.nothing': { exists: false } }, true],
    ['that there is nothing, where there is', { '$.none': { exists: false } }, false],
    ['all of it', { '$.n': 1, '$.name': 'A' }, true],
    ['all of it, and more', { '$.n': 1, '$.name': 'B' }, false],
    ['nothing', {}, true],
  ])('that asks for %s', async (_, when, fits) => {
    const lines = [{ when, action: 'Fits' }, { action: 'Other' }].slice(
      Object.keys(when).length === 0 ? 1 : 0,
    );
    expect(await mapped({ lines }, line)).toEqual([{ action: fits && lines.length > 1 ? 'Fits' : 'Other' }]);
  });

  it('counts if it is the first that fits', async () => {
    const lines = [byName('A', { params: [1] }), byName('A', { params: [2] })];
    expect(await mapped({ lines }, line)).toEqual([{ action: 'A', params: [1] }]);
  });

  it('says what every rule says, unless it says it itself', async () => {
    const every = {
      process: '$.name',
      seq: '$.n',
      state: { x: 1 },
      clock: { A: 1 },
      start: 1,
      end: 2,
      derived: { d: 1 },
    };
    const own = { process: 'p', state: { y: 2 } };
    expect(await mapped({ every, lines: [byName('A')] }, line)).toEqual([
      { action: 'A', ...every, process: 'A', seq: 1 },
    ]);
    expect(await mapped({ every, lines: [byName('A', own)] }, line)).toEqual([
      { action: 'A', ...every, seq: 1, ...own },
    ]);
  });
});

describe('a log', () => {
  const lines = [byName('A'), byName('B')];

  it('is a trace whose events stand at their lines', async () => {
    const trace = await traced({ lines }, { name: 'A' }, '', 'panic: oh', { name: 'C' }, { name: 'B' });
    expect(trace.events.map(({ action, place }) => [action, place])).toEqual([
      ['A', { file: 'log', line: 1 }],
      ['B', { file: 'log', line: 5 }],
    ]);
    expect(trace.header.spec).toBe('Spec');
    expect(trace.warnings).toEqual([
      'log: line 3 was not JSON and left out',
      'log: line 4 was left out, as no rule of m.json fits: end it with {"ignore": true} if that is meant',
    ]);
  });

  it('says how many lines were left out, and which rules were of no use', async () => {
    const trace = await traced(
      { lines: [...lines, byName('X')] },
      { name: 'A' },
      1,
      [],
      'a',
      'b',
      '{"name":',
    );
    expect(trace.warnings).toEqual([
      'log: 3 lines (the first is 4) were not JSON and left out',
      'log: 2 lines (the first is 2) were left out, as no rule of m.json fits: end it with {"ignore": true} if that is meant',
      'log: no line fits rule 2 (B), rule 3 (X) of m.json',
    ]);
  });

  it('says nothing of lines that are ignored', async () => {
    const ignoring = [...lines, { when: { '$.name': 'never' }, ignore: true }, { ignore: true }];
    const { warnings, events } = await traced(
      { lines: ignoring },
      { name: 'A' },
      { name: 'B' },
      { name: 'C' },
    );
    expect(warnings).toEqual([]);
    expect(events).toHaveLength(2);
  });

  it('says that long texts were held to match nothing', async () => {
    const match = { when: { '$.t': { match: '^(a+)+$' } }, action: 'A' };
    const { warnings } = await traced(
      { lines: [match, byName('B')] },
      { t: 'aa' },
      { t: `${'a'.repeat(10_000)}b`, name: 'B' },
    );
    expect(warnings).toEqual([
      'log: line 2 was held to fit no regular expression, for a text of more than 10000 characters',
    ]);
  });

  it('whose lines are refused if they are not JSON', async () => {
    const fields = { lines, otherLines: 'refuse' };
    expect(await refusal(() => traced(fields, { name: 'A' }, 'panic: oh', { name: 'B' }))).toBe(
      'log:2: this line is not JSON, and "otherLines" of m.json refuses such: take it out of the log, or that out of the mapping.',
    );
    const cut = { chunks: ['{"name":"A"}\n{"name":"B"'], file: 'log' };
    const { warnings } = await readMappedLog(mapping(fields), cut);
    expect(warnings[0]).toBe('log: line 2 was not JSON and left out');
  });

  it.each([
    ['nothing', [], 'log: the file is empty: expected is a log of JSON lines.'],
    ['no JSON', ['a', 'b'], 'm.json: no line of log is an event by this mapping: none is JSON.'],
    [
      'other lines',
      [{ nam: 'A', level: 1 }],
      'm.json: no line of log is an event by this mapping: its first line has nam, level; rule 1 (A) asks for "A" at $.name, where it has nothing. Check the paths and values of "when".',
    ],
    ['other values', [{ name: 'a' }], 'asks for "A" at $.name, where it has "a". Check'],
    ['scalars', [42], 'its first line is 42; rule 1'],
    [
      'what is ignored',
      [{ name: 'ignored' }],
      'its first line has name; rule 1 (A) asks for "A" at $.name, where it has "ignored". Check',
    ],
  ])('that has %s is refused', async (_, content, says) => {
    const ignoring = [...lines, { when: { '$.name': 'ignored' }, ignore: true }];
    expect(await refusal(() => traced({ lines: ignoring }, ...content))).toContain(says);
  });

  it('all of which a rule ignores before others see it is refused', async () => {
    const ignoring = [{ when: { '$.name': 'A' }, ignore: true }, byName('A')];
    expect(await refusal(() => traced({ lines: ignoring }, { name: 'A' }))).toContain(
      'its first line has name; a rule that ignores it stands before all others. Check',
    );
  });

  it('with a value that is none is refused at its line, with the rule', async () => {
    const value = [byName('A', { state: { x: '$.x' } })];
    expect(
      await refusal(() => traced({ lines: value }, { name: 'A', x: 1 }, { name: 'A', x: null })),
    ).toMatch(/^log:2: state\.x: .*null.* \(rule 1 \(A\) of m\.json made this of the line\.\)$/);
    const deep = `{"name":"A","x":${'['.repeat(9999)}${']'.repeat(9999)}}`;
    expect(await refusal(() => traced({ lines: value }, deep))).toContain(
      'log:1: state.x: the value is nested deeper',
    );
    const process = [byName('A', { process: '$.x' })];
    expect(await refusal(() => traced({ lines: process }, { name: 'A', x: 1 }))).toContain(
      'log:1: process must be a name',
    );
  });
});

describe('a log of several processes', () => {
  const every = { process: '$.p', seq: 'count' };

  it('has its events counted by process', async () => {
    const events = await mapped(
      { every, lines: [byName('A')] },
      ...['p', 'q', 'p', 'p', 'q'].map((p) => ({ name: 'A', p })),
    );
    expect(events).toEqual([
      { action: 'A', process: 'p', seq: 0 },
      { action: 'A', process: 'q', seq: 0 },
      { action: 'A', process: 'p', seq: 1 },
      { action: 'A', process: 'p', seq: 2 },
      { action: 'A', process: 'q', seq: 1 },
    ]);
  });

  it('goes on counting where another file has ended', async () => {
    const counts = new Map<string, number>();
    const one = mapping({ every, lines: [byName('A')] });
    const seqs: unknown[] = [];
    for (const _ of [1, 2]) {
      for await (const { json } of mapLog(one, { ...log({ name: 'A', p: 'p' }), counts }).lines)
        seqs.push(json['seq']);
    }
    expect(seqs).toEqual([0, 1]);
  });

  it('can be ordered by times', async () => {
    const time = (field: string): object => ({ '#from': field, as: 'microseconds' });
    const fields = {
      order: 'interval',
      every: { ...every, start: time('$.t'), end: time('$.u') },
      lines: [byName('A')],
    };
    const { events } = await traced(fields, {
      name: 'A',
      p: 'p',
      t: '1970-01-01T00:00:00.000001Z',
      u: '1970-01-01T00:00:01Z',
    });
    expect(events[0]).toMatchObject({ process: 'p', seq: 0, start: 1, end: 1_000_000 });
    const late = { name: 'A', p: 'p', t: '1970-01-01T00:00:02Z', u: '1970-01-01T00:00:01Z' };
    expect(await refusal(() => traced(fields, late))).toBe(
      'log:1: start: 2000000 is after "end", which is 1000000.',
    );
  });

  it('can be ordered by clocks, whose processes are given other names', async () => {
    const clock = { '#from': '$.vc', each: [{ '#from': '@[0]', map: 'node' }, '@[1]'], as: 'function' };
    const node = { '#from': '$.p', map: 'node' };
    const fields = {
      order: 'clock',
      tables: { node: { '1': 'n1', '2': 'n2' } },
      every: { process: node, seq: 'count', clock },
      lines: [byName('A')],
    };
    const { events } = await traced(fields, { name: 'A', p: 2, vc: { '1': 1, '2': 3 } });
    expect(events[0]).toMatchObject({
      process: 'n2',
      clock: new Map([
        ['n1', 1],
        ['n2', 3],
      ]),
    });
    expect(
      await refusal(() =>
        traced(fields, { name: 'A', p: 2, vc: { '2': 1 } }, { name: 'A', p: 2, vc: { '2': 1 } }),
      ),
    ).toContain('log:2: clock: ');
  });

  it('is refused if its own numbers have a gap', async () => {
    const fields = {
      every: { process: '$.p', seq: '$.n' },
      order: 'interval',
      lines: [byName('A', { start: 0, end: 1 })],
    };
    expect(await refusal(() => traced(fields, { name: 'A', p: 'p', n: 1 }))).toContain(
      'log:1: seq: process p begins with 1',
    );
    const part = { ...log({ name: 'A', p: 'p', n: 1 }), part: true };
    expect((await readMappedLog(mapping(fields), part)).events).toHaveLength(1);
  });
});

describe('a log that grows', () => {
  it('gives each event as soon as its line has ended', async () => {
    const written: string[] = [];
    async function* chunks(): AsyncGenerator<string> {
      for (const text of ['{"name":"A"}\n{"na', 'me":"B"}', '\n']) {
        written.push(text);
        yield text;
      }
    }
    const { events, warnings, header } = streamMappedLog(mapping({ lines: [byName('A'), byName('B')] }), {
      chunks: chunks(),
      file: 'log',
    });
    expect(header.spec).toBe('Spec');
    const seen: unknown[] = [];
    for await (const { action } of events) seen.push([action, written.length]);
    expect(seen).toEqual([
      ['A', 1],
      ['B', 3],
    ]);
    expect(warnings).toEqual([]);
  });
});
