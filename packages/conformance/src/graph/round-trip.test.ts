import { GraphBuilder, type StateGraph } from '@synod/spec';
import { key, parseValue } from '@synod/tla';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { key as keyOfSource } from '../../../tla/src/key.js';
import { value as anyValue } from '../../../tla/test/arbitrary.js';
import {
  dotFile,
  dotState,
  dotStep,
  json,
  ndjson,
  read,
  readSpecimen,
  specimens,
  stepTexts,
} from '../../test/graph-files.js';
import type { ExportedGraph } from './exported-graph.js';

/** Everything that a graph says, without the numbers that states have in it. */
function contents(graph: StateGraph): unknown {
  const texts = Array.from({ length: graph.size }, (_, state) => graph.values(state).map(key).join('\n'));
  const steps = stepTexts(graph, (state) => texts.at(state) ?? '');
  return {
    name: graph.name,
    variables: graph.variables,
    states: texts.toSorted(),
    initial: graph.initial.map((state) => texts[state]).toSorted(),
    steps: steps.map(({ from, label, to }) => `${from}\n${label}\n${to}`).toSorted(),
  };
}

/** What a file says beside the graph, but for its kind and what was left out of it. */
function rest({ known, formals, behaviours }: ExportedGraph): unknown {
  return {
    known,
    formals: [...formals],
    lengths: behaviours.map(({ states, loop }) => [states.length, loop]),
  };
}

async function expectRoundTrip(exported: ExportedGraph): Promise<void> {
  const lines = ndjson(exported);
  for (const text of [lines, json(exported)]) {
    const again = await read(text);
    expect(contents(again.graph)).toEqual(contents(exported.graph));
    expect(rest(again)).toEqual(rest(exported));
    expect(ndjson(again)).toBe(lines);
  }
}

describe('a state graph reads back as it was', () => {
  it.each(specimens.filter((name) => name !== 'ConL-strict.dot'))('%s', async (name) => {
    await expectRoundTrip(await readSpecimen(name));
  });

  it('has as many specimens as there are', () => {
    expect(specimens.length).toBeGreaterThan(20);
  });

  const states = fc.uniqueArray(
    fc.tuple(anyValue, anyValue).map((values) => values.map((value) => parseValue(keyOfSource(value)))),
    { minLength: 1, maxLength: 5, selector: (values) => values.map(key).join('\n') },
  );
  const index = fc.nat({ max: 4 });
  const steps = fc.array(
    fc.tuple(index, fc.constantFrom('', 'A', 'I!B'), fc.array(anyValue, { maxLength: 2 }), index),
    { maxLength: 12 },
  );

  it('with any values, those that have the names of others included', async () => {
    await fc.assert(
      fc.asyncProperty(states, steps, fc.array(index), async (values, edges, initial) => {
        const builder = new GraphBuilder('M', ['b', 'a']);
        const numbers = values.map((state) => builder.state(state));
        const at = (i: number): number => numbers.at(i % numbers.length) ?? 0;
        for (const state of new Set(initial.map(at))) builder.initial(state);
        for (const [from, action, parameters, to] of edges) {
          const own = action === '' ? [] : parameters.map((value) => parseValue(keyOfSource(value)));
          builder.step(at(from), builder.label(action, own), at(to));
        }
        await expectRoundTrip({
          kind: 'dot',
          graph: builder.build(),
          known: { initial: true, steps: true, parameters: true, values: true, complete: false },
          formals: new Map([['A', ['p']]]),
          behaviours: [{ states: [at(0), at(3)], loop: 1 }],
          warnings: [],
        });
      }),
      { numRuns: 150 },
    );
  });
});

describe('the same graph gives the same file', () => {
  /** Small values of the kinds that print alike in several ways. */
  const small: readonly (readonly [text: string, again: string])[] = [
    ['0', '0'],
    ['{1, 2}', '1..2'],
    ['[a |-> 1, b |-> m]', '[b |-> m, a |-> 1]'],
    ['<<1, "x">>', '(1 :> 1 @@ 2 :> "x")'],
    ['(m :> 1 @@ n :> 2)', '(n :> 2 @@ m :> 1)'],
    ['"m"', '"m"'],
  ];
  const graph = fc.record({
    initial: fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1 }),
    steps: fc.array(
      fc.tuple(fc.nat({ max: 5 }), fc.constantFrom('A', 'B', 'B(1)', 'C("x",m)'), fc.nat({ max: 5 })),
      {
        maxLength: 15,
      },
    ),
  });

  it('in whatever order, with whatever ids and in whatever words it was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        graph,
        fc.infiniteStream(fc.nat()),
        fc.boolean(),
        async ({ initial, steps }, chance, swap) => {
          const write = (id: (state: number) => number, second: boolean): string[] => [
            ...small.map(([one, other], state) => {
              const [v, w] = [`v = ${second ? other : one}`, `w = ${state}`];
              return dotState(
                id(state),
                second ? `/\\ ${w}\n/\\ ${v}` : `/\\ ${v}\n/\\ ${w}`,
                initial.includes(state),
              );
            }),
            ...steps.map(([from, label, to]) => dotStep(id(from), label, id(to))),
          ];
          const first = await read(dotFile(write((state) => state, false)));
          const shuffled = write((state) => 100 - state, swap)
            .map((line) => ({ line, place: Number(chance.next().value) }))
            .toSorted((left, right) => left.place - right.place);
          const second = await read(dotFile(shuffled.map(({ line }) => line)));
          expect(ndjson(second)).toBe(ndjson(first));
        },
      ),
    );
  });

  it.each([
    ['Val-tlc174.dump', 'Val-tlchead.dump'],
    ['Valdot-tlc174.dot', 'Valdot-tlchead.dot'],
    ['ConL-tlchead.dot', 'ConL-colorize.dot'],
    ['ConL-tlchead.dot', 'ConL-stuttering.dot'],
  ])('%s and %s', async (one, other) => {
    const [left, right] = [await readSpecimen(one), await readSpecimen(other)];
    const lines = (exported: ExportedGraph): string[] => ndjson(exported).split('\n').slice(1);
    expect(lines(right)).toEqual(lines(left));
  });

  it('tells a string from a model value of its name', async () => {
    const exported = await read(
      dotFile([
        dotState(1, 'x = m', true),
        dotState(2, 'x = "m"'),
        dotState(3, 'x = {(m :> [m |-> m]), (n :> m)}'),
      ]),
    );
    const [header, ...lines] = ndjson(exported).trimEnd().split('\n');
    expect(header).toContain('"modelValues":["n"]');
    expect(lines.map((line) => (JSON.parse(line) as { values: { x: unknown } }).values.x)).toEqual([
      { '#model': 'm' },
      'm',
      { '#set': [{ '#map': [[{ '#model': 'm' }, { m: { '#model': 'm' } }]] }, { n: { '#model': 'm' } }] },
    ]);
    await expectRoundTrip(exported);
  });
});
