import { describe, expect, it } from 'vitest';
import { readSpecimen } from '../../../test/graph-files.js';
import { refusal, said } from '../../../test/traces.js';
import { readPrintedTraces } from '../../graph/read-printed-traces.js';
import { behaviourTo, itfText } from '../../graph/write-itf.js';
import { matches } from '../pattern.js';
import type { Trace } from '../trace.js';
import { readExecution } from './read-execution.js';

const read = (text: string): Promise<Trace> => readExecution({ chunks: [text], file: 'log' });

describe('a trace in the Informal Trace Format', () => {
  const itf = (fields: object): string =>
    JSON.stringify({ '#meta': { format: 'ITF' }, vars: ['x', 'y'], states: [{ x: 0, y: [] }], ...fields });
  const states = [
    { '#meta': { index: 0 }, x: { '#bigint': '0' }, y: { '#map': [[1, { '#set': ['a'] }]] } },
    { '#meta': { index: 1 }, x: 1, y: { '#tup': [{ '#set': ['a'] }] } },
    { x: 2, y: { a: { tag: 'Some', value: 1 } } },
  ];

  it('begins in its first state, and has an event for each other one', async () => {
    const { header, events, warnings } = await read(itf({ states }));
    expect(header).toMatchObject({
      format: 'itf',
      spec: undefined,
      hidden: [],
      order: 'total',
      model: undefined,
    });
    expect(said(header.init)).toEqual({ x: { '#bigint': '0' }, y: { '#map': [[1, { '#set': ['a'] }]] } });
    expect(events.map(({ state }) => said(state))).toEqual(states.slice(1).map(({ x, y }) => ({ x, y })));
    for (const { action, parameters, derived, process, seq } of events) {
      expect([action, parameters, derived.size, process, seq]).toEqual([
        undefined,
        undefined,
        0,
        undefined,
        undefined,
      ]);
    }
    expect(warnings).toEqual([]);
    // Whole values, as both ways of writing the same one show.
    const [one, other] = [header.init.get('y'), events[0]?.state.get('y')];
    expect(one?.type === 'whole' && other?.type === 'whole' && one.key === other.key).toBe(true);
    expect(events[1]?.state.get('y')?.type).toBe('whole');
  });

  it('says where its states stand', async () => {
    const { header, events } = await read(JSON.stringify(JSON.parse(itf({ states })), undefined, 2));
    const [first, ...rest] = JSON.stringify(JSON.parse(itf({ states })), undefined, 2)
      .split('\n')
      .flatMap((line, index) => (/^ {4}\{/.test(line) ? [index + 1] : []));
    expect([header.place.line, ...events.map(({ place }) => place.line)]).toEqual([first, ...rest]);
  });

  it('says so of the field that JSON.parse takes, where there are two of a name', async () => {
    const { header } = await read('{"states":[\n{}],"vars":["x"],\n"states":[\n{"x":1}\n]}');
    expect([said(header.init), header.place.line]).toEqual([{ x: 1 }, 4]);
  });

  it('may return to one of its states', async () => {
    const { events } = await read(itf({ states, loop: 1 }));
    expect(events.map(({ state }) => state.get('x')?.json)).toEqual([1, 2, 1]);
    expect((await read(itf({ states, loop: 0 }))).events.at(-1)?.state.get('x')?.json).toEqual({
      '#bigint': '0',
    });
    expect((await read(itf({ loop: 0 }))).events).toHaveLength(1);
  });

  it('of a single state has it as an event too, so that it is compared', async () => {
    const { header, events } = await read(itf({}));
    expect([said(header.init), ...events.map(({ state }) => said(state))]).toEqual([
      { x: 0, y: [] },
      { x: 0, y: [] },
    ]);
  });

  it.each([
    [{ module: 'Paxos' }, 'Paxos'],
    [{ source: 'specs/Paxos.tla' }, 'Paxos'],
    [{ source: 'C:\\specs\\Paxos.tla' }, 'Paxos'],
    [{ source: 'MCPaxos.tla' }, undefined],
    [{ source: 'paxos.qnt' }, undefined],
    [{ source: 7, module: '' }, undefined],
    ['Paxos', undefined],
    [null, undefined],
  ])('names its module in %j', async (meta, spec) => {
    expect((await read(itf({ '#meta': meta }))).header.spec).toBe(spec);
  });

  it('has constants as its parameters', async () => {
    const { header, events } = await read(
      itf({
        params: ['N', 'M'],
        states: [
          { x: 0, y: 0, N: 3 },
          { x: 0, y: 0 },
        ],
      }),
    );
    expect(header.constants).toEqual(new Map([['N', 3]]));
    expect([...header.init.keys(), ...(events[0]?.state.keys() ?? [])]).toEqual(['x', 'y', 'x', 'y']);
  });

  it('may have what Quint adds, which is left out', async () => {
    const added = { 'mbt::actionTaken': 'init', 'mbt::nondetPicks': { tag: 'None', value: [] } };
    const { events, warnings } = await read(
      itf({ vars: ['x', 'mbt::actionTaken', 'x', 'mbt::actionTaken'], states: [{ x: 0, ...added }] }),
    );
    expect([...(events[0]?.state.keys() ?? [])]).toEqual(['x']);
    expect(warnings).toEqual(['log: mbt::actionTaken: not compared, since Quint adds them to a trace.']);
  });

  it.each([
    ['no states', { states: [] }, 'log: states must not be empty; it is an array.'],
    ['states that are none', { states: 'x' }, 'log: states must be an array of states; it is "x".'],
    ['a state that is none', { states: [1] }, 'log: states[0] must be an object; it is 1.'],
    ['no variables', { vars: [] }, 'log: vars must not be empty; it is an array.'],
    ['variables that are none', { vars: 'x' }, 'log: vars must be an array of names; it is "x".'],
    ['a variable that is none', { vars: ['x', 1] }, 'log: vars[1] must be a name, in quotes; it is 1.'],
    [
      'a variable too few',
      { states: [{ x: 0, y: 0 }, { x: 0 }] },
      'log:1: states[1] lacks y, which "vars" names.',
    ],
    ['a variable too many', { vars: ['x'] }, 'log:1: states[0] has y, which "vars" does not name.'],
    [
      'a loop to nowhere',
      { loop: 1 },
      'log: loop must be the index of a state, of which there are 1; it is 1.',
    ],
    ['a loop that is none', { loop: -1 }, 'log: loop must be the index of a state; it is -1.'],
    ['parameters that are none', { params: 'N' }, 'log: params must be an array of names; it is "N".'],
    [
      'a parameter without value',
      { params: ['N'], states: [{ x: 0, y: 0, N: null }] },
      'log:1: states[0].N: null is no value of TLA+.',
    ],
    [
      'a value that is none',
      { states: [{ x: 0, y: { a: 0.5 } }] },
      'log:1: states[0].y.a: 0.5 is no exact integer: write {"#bigint": "…"}.',
    ],
    [
      'a part of a value',
      { states: [{ x: 0, y: { '#contains': [] } }] },
      'log:1: states[0].y: #contains is not known here.',
    ],
    [
      'a value that Apalache could not write',
      { states: [{ x: 0, y: { '#unserializable': 'Int' } }] },
      'log:1: states[0].y: #unserializable stands for a value that a checker could not write: leave it out.',
    ],
  ])('with %s is refused', async (_, fields, message) => {
    expect(await refusal(() => read(itf(fields)))).toBe(message);
  });

  it('that is cut is refused, where that shows', async () => {
    const text = JSON.stringify(JSON.parse(itf({ states })), undefined, 2);
    expect(await refusal(() => read(text.slice(0, -10)))).toMatch(
      /^log(?::\d+)?: this is not JSON, or it was cut\.$/,
    );
    expect(await refusal(() => read(text.replace('"x": 1', '"x": 1 1')))).toMatch(
      /^log:\d+: this is not JSON/,
    );
  });

  it('nested for ever is refused', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = `{"vars":["x"],"states":[{"x":${deep}}]}`;
    expect(await refusal(() => read(text))).toMatch(/^log:1: states\[0\]\.x.*nested deeper than 500 levels/);
  });
});

describe('what synod graph writes in the Informal Trace Format', () => {
  it('is read as the behaviour that it is', async () => {
    const { graph } = await readSpecimen('Lab-tlchead.dot');
    for (let state = 0; state < graph.size; state++) {
      const behaviour = behaviourTo(graph, state);
      if (behaviour === undefined) throw new Error('not reachable');
      const { header, events } = await read(itfText(graph, behaviour));
      const observed = [header.init, ...events.map((event) => event.state)];
      const states = behaviour.states.length === 1 ? [state, state] : behaviour.states;
      expect(observed).toHaveLength(states.length);
      states.forEach((number, i) => {
        const values = graph.values(number);
        graph.variables.forEach((name, v) => {
          const pattern = observed[i]?.get(name);
          expect(pattern !== undefined && matches(pattern, values[v] ?? 0)).toBe(true);
        });
      });
    }
  });

  it('with the lasso of an error trace', async () => {
    const at = 'line 8, col 11 to line 8, col 62 of module Con';
    const { graph, behaviours } = readPrintedTraces(
      [
        '1: <Initial predicate>\n/\\ x = 0\n/\\ o = {}',
        `2: <Add(p1) ${at}>\n/\\ x = 0\n/\\ o = {p1}`,
        `3: <Inc ${at}>\n/\\ x = 1\n/\\ o = {p1}`,
        `2: Back to state: <Reset ${at}>`,
      ],
      {},
    );
    const [behaviour] = behaviours;
    if (behaviour?.loop === undefined) throw new Error('no lasso');
    const { events } = await read(itfText(graph, behaviour));
    expect(events.map(({ state }) => said(state))).toEqual([
      { o: { '#set': ['p1'] }, x: 0 },
      { o: { '#set': ['p1'] }, x: 1 },
      { o: { '#set': ['p1'] }, x: 0 },
    ]);
  });
});
