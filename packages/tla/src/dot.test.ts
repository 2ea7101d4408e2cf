import { describe, expect, test } from 'vitest';
import { failure, fixture, pieces } from '../test/fixture.js';
import { type Chunks, type DotOptions, type DotSummary, InputError, readDot, stateReader } from './index.js';

interface Graph {
  readonly summary: DotSummary;
  readonly variables: readonly string[];
  readonly states: readonly string[];
  readonly initial: readonly string[];
  readonly steps: readonly string[];
  readonly excluded: readonly string[];
  readonly stuttering: readonly string[];
}

/** A graph with its states in canonical form, and its steps written with them: independent of ids and order. */
async function graph(chunks: Chunks, options: DotOptions = {}): Promise<Graph> {
  const read = stateReader();
  const states = new Map<string, string>();
  const [initial, outside]: [string[], Set<string>] = [[], new Set()];
  const edges: [string, string, string, string][] = [];
  const summary = await readDot(
    chunks,
    {
      node(id, text, isInitial, more) {
        const state = read
          .entries(text, more.place)
          .map((entry) => entry.key)
          .join(' & ');
        states.set(id, state);
        if (isInitial) initial.push(state);
        if (more.outside) outside.add(state);
      },
      edge: (from, to, label, kind) => edges.push([from, to, label ?? '', kind]),
    },
    options,
  );
  const of = (kind: string): string[] =>
    edges
      .filter((edge) => edge[3] === kind)
      .map(([from, to, label]) => `${states.get(from)} -${label}-> ${states.get(to)}`)
      .toSorted();
  return {
    summary,
    variables: read.variables(),
    states: [...states.values()].filter((state) => !outside.has(state)).toSorted(),
    initial,
    steps: of('step'),
    excluded: of('excluded'),
    stuttering: of('stuttering'),
  };
}

const read = (name: string, options?: DotOptions): Promise<Graph> => graph([fixture(name)], options);

/** The steps without their arguments, which 1.7.4 does not print. */
const withoutArguments = (steps: readonly string[]): string[] =>
  steps.map((step) => step.replace(/-(\w+)(?:\(.*\))?->/u, '-$1->')).toSorted();

describe('graphs that TLC wrote', () => {
  const files = [
    ['ConL-tlc174.dot', '1.7', 6, 13],
    ['ConL-tlchead.dot', 'head', 6, 13],
    ['ConL-colorize.dot', 'head', 6, 13],
    ['ConL-constrained.dot', 'head', 9, 13],
    ['ConL-stuttering.dot', 'head', 6, 13],
    ['ConS-tlc174.dot', '1.7', 4, 10],
    ['ConS-tlchead.dot', 'head', 4, 10],
    ['ConV-tlchead.dot', 'head', 2, 7],
    ['Lab-tlc174.dot', '1.7', 20, 112],
    ['Lab-tlchead.dot', 'head', 20, 112],
    ['Valdot-tlc174.dot', '1.7', 77, 76],
    ['Valdot-tlchead.dot', 'head', 77, 76],
    ['Bad-tlc174.dot', '1.7', 5, 5],
  ] as const;
  test.each(files)('%s', async (name, writer, nodes, edges) => {
    const { summary, initial } = await read(name);
    expect(summary).toMatchObject({ writer, nodes, edges, initial: 1 });
    expect(initial).toHaveLength(1);
  });

  test.each(['ConL', 'ConS', 'Lab', 'Valdot'])('%s is one graph, whichever TLC wrote it', async (name) => {
    const [old, head] = [await read(`${name}-tlc174.dot`), await read(`${name}-tlchead.dot`)];
    expect(head.states).toEqual(old.states);
    expect(head.initial).toEqual(old.initial);
    expect(withoutArguments(head.steps)).toEqual(withoutArguments(old.steps));
  });

  test('no option changes the states and the steps', async () => {
    const plain = await read('ConL-tlchead.dot');
    for (const option of ['colorize', 'constrained', 'stuttering']) {
      const other = await read(`ConL-${option}.dot`);
      expect(other.states).toEqual(plain.states);
      expect(other.steps).toEqual(plain.steps);
    }
  });

  test('steps carry the action, with its arguments if TLC printed them', async () => {
    const { steps } = await read('ConL-tlchead.dot');
    expect(steps[0]).toBe('{p1} & 0 -Inc-> {p1} & 1');
    expect(steps).toContain('{} & 1 -Add(p2)-> {p2} & 1');
    expect((await read('Lab-tlchead.dot')).steps.join('\n')).toContain('-Sub2(p1,"b c")->');
  });

  test('steps that stutter, and those that a constraint excludes, are said to be such', async () => {
    expect((await read('ConL-tlc174.dot')).stuttering).toHaveLength(6);
    const { summary, stuttering } = await read('ConL-stuttering.dot');
    expect(stuttering).toContain('{} & 0 --> {} & 0');
    expect(summary.stuttering).toBe(6);
    const constrained = await read('ConL-constrained.dot');
    expect(constrained.excluded).toEqual(['{p1}', '{p2}', '{}'].map((o) => `${o} & 1 -Inc-> ${o} & 2`));
    expect(constrained.summary).toMatchObject({ outside: 3, excluded: 3 });
  });

  test('pieces of any size give the same', async () => {
    for (const name of ['ConL-constrained.dot', 'Valdot-tlchead.dot']) {
      const whole = await read(name);
      for (const size of [1, 2, 7, 1000]) {
        const inPieces = await graph(pieces(name, size), {});
        expect(inPieces.summary).toEqual(whole.summary);
        expect(inPieces.steps).toHaveLength(whole.steps.length);
      }
    }
  });
});

const head = 'strict digraph DiskGraph {\nnodesep=0.35;\nsubgraph cluster_graph {\ncolor="white";\n';
const foot = '{rank = same; 1;}\n}\n}';
const one = '1 [label="x = 1",style = filled]\n';
const two = '2 [label="x = 2"];\n';
const step = (from: number, to: number, label = 'A'): string =>
  `${from} -> ${to} [label="${label}",color="black",fontcolor="black"];\n`;

const count = (text: string, options?: DotOptions): Promise<DotSummary> =>
  readDot([text], { node: () => undefined, edge: () => undefined }, options);

describe('what may stand in a graph', () => {
  test('a step before the state that it leads to', async () => {
    expect(await count(head + one + step(1, 2) + step(2, 1) + two + foot)).toMatchObject({
      nodes: 2,
      edges: 2,
      terminal: 0,
    });
  });

  test('a state printed twice alike, which is handed on once', async () => {
    expect(await count(head + one + step(1, 2) + two + two + foot)).toMatchObject({ nodes: 2 });
  });

  test('several steps between two states; labels that are empty or absent', async () => {
    const labels: (string | undefined)[] = [];
    const handler = {
      node: () => undefined,
      edge: (_f: string, _t: string, label?: string) => labels.push(label),
    };
    await readDot([`${head + one + step(1, 1) + step(1, 1, 'B') + step(1, 1, '')}1 -> 1;\n${foot}`], handler);
    expect(labels).toEqual(['A', 'B', undefined, undefined]);
  });

  test('the state is in the tooltip where the label is an alias, if that is allowed', async () => {
    const aliased = `${head + one + step(1, 2)}2 [label="odd = TRUE",tooltip="x = 2"];\n${foot}`;
    expect(await failure(() => count(aliased))).toMatchObject({ code: 'dot-alias' });
    const seen: unknown[] = [];
    const handler = {
      node: (id: string, text: string, _: boolean, more: { alias: string | undefined }) =>
        seen.push([id, text, more.alias]),
      edge: () => undefined,
    };
    await readDot([aliased], handler, { alias: true });
    expect(seen).toEqual([
      ['1', 'x = 1', undefined],
      ['2', 'x = 2', 'odd = TRUE'],
    ]);
  });

  test('labels: escapes are undone in one pass', async () => {
    const texts: string[] = [];
    const handler = { node: (_: string, text: string) => texts.push(text), edge: () => undefined };
    await readDot(
      [`${head}1 [label="/\\\\ x = \\"a\\\\n\\"\\n/\\\\ y = \\"\\\\\\\\\\"",style = filled]\n${foot}`],
      handler,
    );
    expect(texts).toEqual(['/\\ x = "a\\n"\n/\\ y = "\\\\"']);
  });
});

describe('graphs that are refused', () => {
  const headOfHead = head.replace('nodesep', 'node [shape=box,style=rounded]\nnodesep');
  const table: readonly (readonly [what: string, text: string, code: string, line: number | undefined])[] = [
    ['an empty file', '', 'empty', undefined],
    ['another kind of file', '<<1>>\n', 'dot-foreign', 1],
    ['another graph', 'digraph G {\n  a -> b\n}\n', 'dot-foreign', 1],
    ['one cut in its head', head.slice(0, 50), 'dot-syntax', 3],
    ['one cut behind its head', head, 'dot-incomplete', 4],
    ['one cut in a label of a state', `${head}${one}${step(1, 2)}2 [label="x =`, 'dot-cut', 7],
    ['one cut in a label of a step', `${head}${one}1 -> 2 [lab`, 'dot-syntax', 6],
    ['one cut in the name of an action', `${head}${one}1 -> 2 [label="A`, 'dot-cut', 6],
    ['one cut behind a label', `${head}${one}1 -> 2 [label="A",col`, 'dot-syntax', 6],
    ['one cut in a number', `${head}${one}1 -> `, 'dot-syntax', 6],
    ['one cut between lines', head + one + step(1, 2) + two, 'dot-incomplete', 7],
    ['one without the last brace', (head + one + foot).slice(0, -1), 'dot-incomplete', 7],
    ['a step to a state that never appears', head + one + step(1, 2) + foot, 'dot-missing-node', 6],
    ['a step from a state that never appears', head + one + step(3, 1) + foot, 'dot-missing-node', 6],
    ['a state with two values', `${head + one + two}2 [label="x = 3"];\n${foot}`, 'dot-conflict', 7],
    ['no state', head + foot, 'dot-empty', undefined],
    ['more behind the end', `${head + one + foot}\n}`, 'dot-syntax', 9],
    ['an escape of another kind', `${head}1 [label="x = \\t",style = filled]\n${foot}`, 'dot-syntax', 5],
    [
      'a dropped step (strict)',
      headOfHead + one + step(1, 1) + step(1, 2) + two + foot,
      'dot-strict',
      undefined,
    ],
  ];
  test.each(table)('%s', async (_, text, code, line) => {
    const error = await failure(() => count(text, { file: 'x.dot' }));
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({
      code,
      place: line === undefined ? { file: 'x.dot' } : { file: 'x.dot', line },
    });
  });

  test('the missing state is named', async () => {
    const error = await failure(() => count(head + one + step(1, -77) + foot));
    expect((error as InputError).message).toMatch(/^State -77 is named by a step but never printed/u);
  });

  test('the specimen of "strict", and the one of a run that a violation stopped', async () => {
    expect(await failure(() => read('ConL-strict.dot'))).toMatchObject({ code: 'dot-strict' });
    expect(await failure(() => read('Bad-tlchead.dot'))).toMatchObject({ code: 'dot-strict' });
  });

  test('other counts than those of TLC', async () => {
    const distinct = await failure(() => read('ConL-strict.dot', { counts: { distinct: 6 } }));
    expect((distinct as InputError).message).toMatch(/^The graph has 4 states, TLC counted 6/u);
    expect(
      await failure(() => read('Bad-tlc174.dot', { counts: { distinct: 5, generated: 9 } })),
    ).toMatchObject({ code: 'dot-counts' });
    await read('Valdot-tlchead.dot', { counts: { distinct: 77, generated: 77 } });
    await read('ConL-constrained.dot', { counts: { distinct: 6 } });
  });

  test('every cut of a graph', async () => {
    const whole = fixture('ConL-tlchead.dot');
    for (let length = 0; length < whole.length; length++) {
      expect(await failure(() => count(whole.slice(0, length))), `${length}`).toBeInstanceOf(InputError);
    }
  });
});
