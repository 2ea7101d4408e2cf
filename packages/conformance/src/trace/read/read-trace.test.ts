import { describe, expect, it } from 'vitest';
import { fileOf, inPieces, said } from '../../../test/traces.js';
import { readTrace } from './read-trace.js';
import { streamTrace } from './stream-trace.js';

const total = '{"trace":1,"spec":"Paxos"}';
const step = '{"action":"Phase1a"}';

const read = (...lines: string[]): ReturnType<typeof readTrace> =>
  readTrace({ chunks: [fileOf(...lines)], file: 'log' });

describe('a trace', () => {
  it('has a header', async () => {
    const { header } = await read(
      '{"trace":1,"spec":"Paxos","constants":{"Value":["v1"],"N":3},"model":"MCPaxosTiny","init":{"maxBal":{"a1":-1}},"hidden":["Phase1a","Phase1a"],"order":"interval","meta":{"x":null}}',
      '{"action":"A","process":"p","seq":0,"start":1,"end":1}',
    );
    expect(header).toMatchObject({
      format: 'synod',
      spec: 'Paxos',
      constants: new Map<string, unknown>([
        ['Value', ['v1']],
        ['N', 3],
      ]),
      model: 'MCPaxosTiny',
      hidden: ['Phase1a'],
      order: 'interval',
      place: { file: 'log', line: 1 },
    });
    expect(said(header.init)).toEqual({ maxBal: { a1: -1 } });
  });

  it('needs no more of a header than this', async () => {
    const { header, warnings } = await read(total, step);
    expect(header).toEqual({
      format: 'synod',
      spec: 'Paxos',
      constants: new Map(),
      model: undefined,
      init: new Map(),
      hidden: [],
      order: 'total',
      place: { file: 'log', line: 1 },
    });
    expect(warnings).toEqual([]);
  });

  it('has events', async () => {
    const { events } = await read(
      total,
      '{"action":"Phase1b","params":{"a":"a1"},"state":{"maxBal":{"a1":0}},"derived":{"chosen":{"#contains":["v1"]}},"process":"p","seq":0,"clock":{"p":1,"q":0},"start":-1.5,"end":2e3,"meta":[null]}',
      '',
      '{"action":"Phase1a","params":["a1",{"#set":[1]}]}',
      '{"state":{"x":1}}',
    );
    const [first, second, third] = events;
    expect(first).toMatchObject({
      action: 'Phase1b',
      parameters: { by: 'name' },
      process: 'p',
      seq: 0,
      clock: new Map([
        ['p', 1],
        ['q', 0],
      ]),
      start: -1.5,
      end: 2000,
      place: { file: 'log', line: 2 },
    });
    expect(first?.parameters?.values).toEqual(new Map([['a', expect.objectContaining({ json: 'a1' })]]));
    expect([first?.state, first?.derived].map((values) => said(values ?? new Map()))).toEqual([
      { maxBal: { a1: 0 } },
      { chosen: { '#contains': ['v1'] } },
    ]);
    expect(second).toMatchObject({
      parameters: { by: 'position', values: [{ json: 'a1' }, { json: { '#set': [1] } }] },
      place: { line: 4 },
      clock: undefined,
    });
    expect(third).toMatchObject({ action: undefined, parameters: undefined, place: { line: 5 } });
    expect(events).toHaveLength(3);
  });

  it('says of like values that they are alike, however they are repeated', async () => {
    const { events } = await read(
      total,
      ...['1', '"1"', '[1]', '"[1]"', '{"a":1}', '"{\\"a\\":1}"', '[1]', '1', 'true', '"true"'].map(
        (json) => `{"state":{"x":${json}}}`,
      ),
    );
    const patterns = events.map(({ state }) => state.get('x'));
    expect(patterns.map((pattern) => pattern?.json)).toEqual([
      1,
      '1',
      [1],
      '[1]',
      { a: 1 },
      '{"a":1}',
      [1],
      1,
      true,
      'true',
    ]);
    expect(patterns[2]).toBe(patterns[6]);
  });

  it('comes as it is written', async () => {
    const events: string[] = [];
    async function* growing(): AsyncGenerator<string> {
      yield `${total}\n{"action":`;
      events.push('wrote half a line');
      yield '"A"}\n{"action":"B"}\n';
      events.push('wrote two');
      yield '{"action":"C"';
    }
    const stream = await streamTrace({ chunks: growing(), file: 'log' });
    expect(events).toEqual([]);
    for await (const { action } of stream.events) events.push(String(action));
    expect(events).toEqual(['wrote half a line', 'A', 'B', 'wrote two']);
    expect(stream.warnings).toEqual([
      'log:4: the last line has no newline and is no JSON: it was cut while it was written, and is left out.',
    ]);
  });

  it('may end in a whole line that lacks only its newline', async () => {
    const { events, warnings } = await readTrace({ chunks: [`${total}\n${step}`], file: 'log' });
    expect([events.length, warnings]).toEqual([1, []]);
  });

  it('may end in a line cut anywhere, which is left out', async () => {
    const whole = new TextEncoder().encode('{"action":"Phase1a","state":{"x":"ä€"}}');
    for (let length = 1; length < whole.length; length++) {
      const chunks = [`${total}\n${step}\n`, whole.subarray(0, length)];
      const { events, warnings } = await readTrace({ chunks, file: 'log' });
      expect([events.length, warnings.length]).toEqual([1, 1]);
    }
  });

  it('is the same in pieces of any size', async () => {
    const bytes = fileOf(total, step, '{"state":{"x":"ä€😀"}}');
    const whole = await readTrace({ chunks: [bytes], file: 'log' });
    for (const size of [1, 2, 7]) {
      expect(await readTrace({ chunks: inPieces(bytes, size), file: 'log' })).toEqual(whole);
    }
  });
});
