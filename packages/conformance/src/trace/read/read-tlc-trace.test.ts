import { describe, expect, it } from 'vitest';
import { readSpecimen, specimen } from '../../../test/graph-files.js';
import { refusal, said } from '../../../test/traces.js';
import { matches } from '../pattern.js';
import type { Trace } from '../trace.js';
import { readExecution } from './read-execution.js';

const read = (text: string): Promise<Trace> => readExecution({ chunks: [text], file: 'log' });

describe('an error trace of TLC', () => {
  it('begins in its first state, and has its steps as events', async () => {
    const { header, events, warnings } = await read(specimen('BadL.json'));
    expect(header).toMatchObject({ format: 'tlc', spec: undefined, hidden: [], order: 'total' });
    expect(header.init).toEqual(
      new Map([
        ['o', { type: 'resembles', json: [] }],
        ['x', { type: 'resembles', json: 0 }],
      ]),
    );
    expect(events.map(({ action, state }) => [action, said(state)])).toEqual([
      ['Add', { o: ['p2'], x: 0 }],
      ['Inc', { o: ['p2'], x: 1 }],
      ['Reset', { o: ['p2'], x: 0 }],
      // The lasso closes.
      ['Inc', { o: ['p2'], x: 1 }],
    ]);
    expect(events.map(({ parameters }) => parameters)).toEqual([
      { by: 'name', values: new Map([['p', { type: 'resembles', json: 'p2' }]]) },
      undefined,
      undefined,
      undefined,
    ]);
    expect(warnings).toEqual([]);
  });

  it('has values that those of the specification are recognised by', async () => {
    const { graph } = await readSpecimen('ConL-tlchead.dot');
    const { header, events } = await read(specimen('BadL.json'));
    const like = (values: Trace['header']['init']): number =>
      Array.from({ length: graph.size }, (_, state) => graph.values(state)).filter((state) =>
        graph.variables.every((name, i) => {
          const pattern = values.get(name);
          return pattern !== undefined && matches(pattern, state[i] ?? 0);
        }),
      ).length;
    expect([header.init, ...events.map(({ state }) => state)].map(like)).toEqual([1, 1, 1, 1, 1]);
  });

  const trace = (fields: object): string =>
    JSON.stringify({
      counterexample: {
        state: [
          [1, { x: 0 }],
          [2, { x: 1 }],
        ],
        action: [[[1, {}], { name: 'A', ...fields }, [2, {}]]],
      },
    });

  it('of a single state has it as an event too', async () => {
    const { events } = await read('{"state":[[1,{"x":1}]],"action":[]}');
    expect(events.map(({ action, state }) => [action, said(state)])).toEqual([[undefined, { x: 1 }]]);
  });

  it('does not know all parameters, nor all actions', async () => {
    const some = await read(trace({ parameters: ['a', 'b'], context: { b: 1, c: 2 } }));
    expect(said(new Map(some.events[0]?.parameters?.values as never))).toEqual({ b: 1 });
    const none = await read(trace({ parameters: ['a'], context: {} }));
    expect(none.events[0]).toMatchObject({ action: 'A', parameters: undefined });
    const unnamed = await read(trace({ name: 'UnnamedAction', parameters: ['a'], context: { a: 1 } }));
    expect(unnamed.events[0]).toMatchObject({ action: undefined, parameters: undefined });
  });

  it.each([
    ['no state', '{"counterexample":{"state":[],"action":[]}}', /^log: The trace has no state/],
    [
      'null',
      specimen('BadA.json').replaceAll('"odd":true', '"odd":null'),
      /^log: state 2\.odd: null is no value of TLA\+\.$/,
    ],
    [
      'a parameter that is none',
      trace({ parameters: ['a'], context: { a: null } }),
      /^log: step 1\.a: null is no value/,
    ],
    [
      'a name over two lines',
      '{"state":[[1,{"x":1}]],"action":[],"vars":["y\\nz"]}',
      /^log: State 1 lacks y\\u000az/,
    ],
    ['its end cut', specimen('BadL.json').slice(0, 300), /^log(?::\d+)*: This is not JSON, or it was cut\./],
  ])('with %s is refused', async (_, text, message) => {
    expect(await refusal(() => read(text))).toMatch(message);
  });
});
