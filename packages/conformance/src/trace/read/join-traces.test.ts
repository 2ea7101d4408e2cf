import { describe, expect, it } from 'vitest';
import { fileOf, refusal, said } from '../../../test/traces.js';
import type { Trace } from '../trace.js';
import { joinTraces } from './join-traces.js';
import { readTrace } from './read-trace.js';

const event = (process: string, seq: number, own: number = seq + 1): object => ({
  action: 'A',
  process,
  seq,
  clock: { [process]: own },
});

/** A file of one execution, with these fields in its header. */
function part(file: string, header: object, ...events: readonly object[]): Promise<Trace> {
  const lines = [{ trace: 1, spec: 'P', order: 'clock', ...header }, ...events].map((line) =>
    JSON.stringify(line),
  );
  return readTrace({ chunks: [fileOf(...lines)], file, part: true });
}
const join = async (...parts: readonly Promise<Trace>[]): Promise<Trace> =>
  joinTraces(await Promise.all(parts));
const numbered = 'for a log is numbered from 0 without gaps or repeats.';

describe('several files as one execution', () => {
  it('have all events, file by file, and one header', async () => {
    const { header, events } = await join(
      part('one', { hidden: ['H', 'I'], model: 'M', init: { x: 1, m: { a: 0 } } }, event('a', 0)),
      part('two', { hidden: ['I', 'J'], init: { m: { b: 0 } } }, event('b', 0), event('a', 1)),
    );
    expect(events.map(({ place }) => `${place.file}:${place.line}`)).toEqual(['one:2', 'two:2', 'two:3']);
    expect(header).toMatchObject({ spec: 'P', order: 'clock', hidden: ['H', 'I', 'J'], model: 'M' });
    expect(said(header.init)).toEqual({ x: 1, m: { a: 0, b: 0 } });
  });

  it('may be one file', async () => {
    expect((await join(part('one', {}, event('a', 0)))).events).toHaveLength(1);
    expect(await refusal(() => joinTraces([]))).toBe('There are no traces to be joined.');
  });

  it('have no model if they name several', async () => {
    const models = async (...names: string[]): Promise<unknown> =>
      (await join(...names.map((model, i) => part(model, { model }, event(`p${i}`, 0))))).header.model;
    expect([await models('M', 'M'), await models('M', 'N')]).toEqual(['M', undefined]);
  });

  it('may say the same constants in another way', async () => {
    const constants = [
      { V: ['v1', 'v2'], Q: [['a', 'b'], ['c']], N: 3 },
      { N: { '#bigint': '3' }, Q: { '#set': [['c'], { '#set': ['b', 'a'] }] }, V: ['v2', 'v1'] },
    ];
    const parts = constants.map((values, i) => part(`${i}`, { constants: values }, event(`p${i}`, 0)));
    expect((await join(...parts)).header.constants.get('V')).toEqual(['v1', 'v2']);
  });

  it('keep what was passed over in each', async () => {
    const cut = readTrace({
      chunks: [fileOf('{"trace":1,"spec":"P","order":"clock"}', JSON.stringify(event('b', 0))), '{"'],
      file: 'two',
    });
    expect((await join(part('one', {}, event('a', 0)), cut)).warnings).toEqual([
      expect.stringMatching(/^two:3: the last line has no newline/),
    ]);
  });
});

describe('files that do not fit together are refused', () => {
  const agree = 'files that are one execution agree on it.';
  it.each<[string, object, object, string]>([
    ['modules', {}, { spec: 'Q' }, `two:1: spec: it is Q here and P in one; ${agree}`],
    ['orders', {}, { order: 'interval' }, `two:1: order: it is "interval" here and "clock" in one; ${agree}`],
    [
      'constants',
      { constants: { N: 3 } },
      { constants: { N: 4 } },
      `two:1: constants.N: it is 4 here and 3 in one; ${agree}`,
    ],
    [
      'sets',
      { constants: { V: ['a'] } },
      { constants: { V: ['a', 'b'] } },
      `two:1: constants.V: it is {"a", "b"} here and {"a"} in one; ${agree}`,
    ],
    [
      'constants that one has',
      { constants: { N: 3 } },
      {},
      `two:1: constants.N: it is not given here and 3 in one; ${agree}`,
    ],
    [
      'constants that the other has',
      {},
      { constants: { N: 3 } },
      `two:1: constants.N: it is 3 here and not given in one; ${agree}`,
    ],
    [
      'initial states',
      { init: { x: { a: 1 } } },
      { init: { x: { b: 1, a: 2 } } },
      'two:1: init.x: it contradicts one.',
    ],
  ])('other %s', async (_, one, two, message) => {
    const time = { process: 'b', seq: 0, start: 0, end: 0, action: 'A', clock: { b: 1 } };
    expect(await refusal(() => join(part('one', one, event('a', 0)), part('two', two, time)))).toBe(message);
  });

  it('total orders', async () => {
    const parts = ['one', 'two'].map((file) => part(file, { order: 'total' }, event(file, 0)));
    expect(await refusal(() => join(...parts))).toBe(
      'two:1: order: with "total", nothing says which step of this file and of one came first: files that are one execution need "clock" or "interval".',
    );
  });

  it('initial states of which it is not the first file that contradicts', async () => {
    const inits = [{ x: {} }, { x: { a: 1 } }, { x: { b: 1 } }, { x: { a: 2 } }];
    const parts = inits.map((init, i) => part(`${i}`, { init }, event(`p${i}`, 0)));
    expect(await refusal(() => join(...parts))).toBe('3:1: init.x: it contradicts 1.');
  });
});

describe('the log of a process that is in several files', () => {
  it('is joined by seq, in whatever order the files are given', async () => {
    const old = part('old', {}, event('a', 0), event('a', 1), event('b', 0));
    const recent = part('new', {}, event('a', 2), event('a', 3));
    for (const parts of [[old, recent] as const, [recent, old] as const]) {
      expect((await join(...parts)).events).toHaveLength(5);
    }
  });

  it.each<[string, object[], object[], string]>([
    [
      'repeats',
      [event('a', 0), event('a', 1)],
      [event('a', 1)],
      `two:2: seq: process a has 1 twice (one:3); expected is 2, ${numbered}`,
    ],
    [
      'repeats what was early',
      [event('b', 0), event('a', 3)],
      [event('a', 3)],
      `two:2: seq: process a has 3 twice (one:3); expected is 0, ${numbered}`,
    ],
    [
      'has a gap',
      [event('a', 0)],
      [event('a', 2)],
      `two:2: seq: process a goes from 0 (one:2) to 2; expected is 1, ${numbered}`,
    ],
    [
      'does not begin',
      [event('b', 0)],
      [event('a', 2)],
      `two:2: seq: process a begins with 2; expected is 0, ${numbered}`,
    ],
    [
      'has clocks that fall',
      [event('a', 0, 5)],
      [event('a', 1, 4)],
      'two:2: clock: the own entry of process a is 4 at seq 1, and 5 at seq 0 (one:2): it must rise with every event.',
    ],
  ])('is refused if it %s', async (_, one, two, message) => {
    expect(await refusal(() => join(part('one', {}, ...one), part('two', {}, ...two)))).toBe(message);
  });

  it('is not checked before all is there', async () => {
    expect((await part('one', {}, event('a', 7))).events).toHaveLength(1);
    const alone = readTrace({
      chunks: [fileOf('{"trace":1,"spec":"P","order":"clock"}', JSON.stringify(event('a', 7)))],
      file: 'one',
    });
    expect(await refusal(() => alone)).toMatch(/begins with 7/);
  });
});
