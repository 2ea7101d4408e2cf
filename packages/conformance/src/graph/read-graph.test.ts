import { key, parseValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import {
  dotFile,
  dotState,
  dotStep,
  read,
  readSpecimen,
  specimen,
  stepTexts,
} from '../../test/graph-files.js';
import type { ExportedGraph } from './exported-graph.js';
import { readGraphAs } from './read-graph.js';
import { recogniseGraph } from './recognise.js';

/** `x=0 A(1) x=1` for each step. */
function steps({ graph }: ExportedGraph): string[] {
  const text = (state: number): string =>
    graph
      .values(state)
      .map((value, i) => `${graph.variables[i]}=${key(value)}`)
      .join(' ');
  return stepTexts(graph, text).map(({ from, label, to }) => `${from} ${label} ${to}`);
}

describe('what a file is shows in its content', () => {
  it.each([
    ['ConL-tlc174.dot', 'dot'],
    ['ConL-colorize.dot', 'dot'],
    ['Val-tlc174.dump', 'dump'],
    ['ConST-tlc173.out', 'transitions'],
    ['BadL.json', 'json'],
  ])('%s: %s', async (name, kind) => {
    expect((await recogniseGraph([specimen(name)])).kind).toBe(kind);
  });

  it.each([
    ['TLC2 Version 2.18 of 20 March 2023\n', 'output'],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\n@!@!@STARTMSG 2262:0 @!@!@\n', 'output'],
    ['State 1: <Initial predicate>\nx = 0\n', 'output'],
    ['State 1:\nx = 0\n', 'dump'],
    ['\ufeffstrict digraph DiskGraph {\n', 'dot'],
    ['{"graph":1,"variables":[]}\n', 'ndjson'],
    ['{"variables":[],"graph":1}\n', 'ndjson'],
    ['{"header":{"graph":1}}', 'json'],
    ['{\n  "vars": []\n}', 'json'],
  ])('%j', async (text, kind) => {
    expect((await recogniseGraph([text])).kind).toBe(kind);
  });

  it('whatever the pieces it comes in, of which none is lost', async () => {
    const bytes = new TextEncoder().encode(`Käse\nTLC2 Version 2.18\n${'x'.repeat(200_000)}`);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) =>
      bytes.slice(i * 7, i * 7 + 7),
    );
    const { kind, chunks } = await recogniseGraph(pieces);
    const seen: number[] = [];
    for await (const piece of chunks) seen.push(...(piece as Uint8Array));
    expect(kind).toBe('output');
    expect(Uint8Array.from(seen)).toEqual(bytes);
  });
});

describe('a graph as DOT', () => {
  it('has actions, without parameters where TLC prints none', async () => {
    const exported = await readSpecimen('ConL-tlc174.dot');
    expect(exported.known).toEqual({
      initial: true,
      steps: true,
      parameters: false,
      values: true,
      complete: false,
    });
    expect(exported.graph.variables).toEqual(['o', 'x']);
    expect(steps(exported)).toContain('o={} x=0 Add o={p2} x=0');
    // Those that TLC draws for liveness are no steps.
    expect(steps(exported)).toHaveLength(13);
    expect(exported.graph.initial).toHaveLength(1);
  });

  it('has parameters where TLC prints them', async () => {
    const exported = await readSpecimen('ConL-tlchead.dot');
    expect(exported.known.parameters).toBe(true);
    expect(steps(exported)).toContain('o={} x=0 Add(p2) o={p2} x=0');
    const lab = await readSpecimen('Lab-tlchead.dot');
    expect(lab.graph.labels.map((label) => label.key)).toContain('R([a |-> 1, b |-> {"x", "y"}])');
    expect(lab.warnings).toEqual([]);
  });

  it('leaves out what a constraint excludes, and says so', async () => {
    const exported = await readSpecimen('ConL-constrained.dot');
    const without = await readSpecimen('ConL-tlchead.dot');
    expect(steps(exported).toSorted()).toEqual(steps(without).toSorted());
    expect(exported.graph.size).toBe(without.graph.size);
    expect(exported.warnings).toEqual([expect.stringMatching(/^left out: 3 states .* 3 steps/)]);
  });

  it('may have no labels, and steps before their states', async () => {
    const lines = [dotState(1, 'x = 0', true), '1 -> 2;', '1 -> 2;', dotState(2, 'x = 1')];
    const exported = await read(dotFile(lines));
    expect(steps(exported)).toEqual(['x=0  x=1']);
    expect(exported.known.parameters).toBe(false);
  });

  it('may have labels that mean something else', async () => {
    const labels = new Map([['A_1', { action: 'A', parameters: [parseValue('1')] }]]);
    const lines = [dotState(1, 'x = 0', true), dotStep(1, 'A_1', 1)];
    const exported = await read(dotFile(lines), {
      labels,
      module: 'M',
      counts: { distinct: 1, generated: 2 },
    });
    expect(steps(exported)).toEqual(['x=0 A(1) x=0']);
    expect(exported.known).toMatchObject({ parameters: true, complete: true });
    expect(exported.graph.name).toBe('M');
    await expect(read(dotFile(lines), { labels: new Map() })).rejects.toThrow(
      /A_1, which is none of the labels/,
    );
  });

  it('may have a label that is no action, which is kept as it is', async () => {
    const exported = await read(dotFile([dotState(1, 'x = 0', true), dotStep(1, 'A[1', 1)]));
    expect(steps(exported)).toEqual(['x=0 A[1 x=0']);
    expect(exported.warnings).toEqual([
      'the label A[1 does not read as an action and its parameters: it is taken as a name',
    ]);
  });

  it('has the variables in the order wanted', async () => {
    const exported = await read(specimen('ConL-tlc174.dot'), { variables: ['x', 'o'] });
    expect(exported.graph.variables).toEqual(['x', 'o']);
    expect(steps(exported)).toContain('x=0 o={} Add x=0 o={p2}');
    await expect(read(specimen('ConL-tlc174.dot'), { variables: ['x', 'y'] })).rejects.toThrow(
      /expected are x, y/,
    );
  });
});

describe('states alone', () => {
  it('are a dump, with initial ones if it is known how many', async () => {
    const plain = await readSpecimen('Val-tlc174.dump');
    expect(plain.known).toMatchObject({ initial: false, steps: false, complete: false });
    expect(plain.graph.size).toBe(77);
    expect(plain.warnings).toHaveLength(2);
    const counted = await read(specimen('Val-tlc174.dump'), { counts: { distinct: 77, initial: 2 } });
    expect(counted.graph.initial).toEqual([0, 1]);
    expect(counted.known).toMatchObject({ initial: true, steps: false, complete: true });
  });

  it('are of another run if TLC counted others', async () => {
    await expect(read(specimen('Val-tlc174.dump'), { counts: { distinct: 78 } })).rejects.toThrow(
      /77 states, TLC counted 78/,
    );
  });
});

describe('printed states and steps', () => {
  const text = specimen('ConST-tlc173.out');

  it('have all the actions that explain a step', async () => {
    const exported = await read(text, {
      variables: ['x', 'o'],
      counts: { distinct: 6, generated: 14, initial: 1 },
    });
    expect(steps(exported)).toContain('x=0 o={} Add(p2) x=0 o={p2}');
    expect(exported.graph.initial).toEqual([0]);
    expect(exported.known).toMatchObject({ initial: true, parameters: true, complete: true });
    expect(exported.warnings).toEqual([]);
    const two = '<<"T", <<0>>, {<<"A", <<1>>>>, <<"B", <<>>>>}, <<1>>>>\n<<"T", <<1>>, {}, <<1>>>>\n';
    expect(steps(await read(two))).toEqual(['v1=0 A(1) v1=1', 'v1=0 B v1=1', 'v1=1  v1=1']);
  });

  it('do not tell which states are initial, or the names of variables', async () => {
    const exported = await read(text);
    expect(exported.graph.variables).toEqual(['v1', 'v2']);
    expect(exported.known.initial).toBe(false);
    expect(exported.warnings).toHaveLength(2);
  });

  it.each([
    ['another number of states', { distinct: 7 }, /6 states, TLC counted 7/],
    ['another number of steps', { distinct: 6, generated: 15, initial: 1 }, /13 steps, TLC counted 14/],
  ])('are of another run if TLC counted %s', async (_, counts, says) => {
    await expect(read(text, { counts })).rejects.toThrow(says);
  });

  it('have as many variables as are named', async () => {
    await expect(read(text, { variables: ['x'] })).rejects.toThrow(/2 variables, and 1 are named/);
  });
});

describe('an error trace as JSON', () => {
  it('is a behaviour, with names of parameters and model values where they are known', async () => {
    const exported = await read(specimen('BadL.json'), { modelValues: new Set(['p2']) });
    expect(steps(exported)).toContain('o=<<>> x=0 Add(p2) o=<<p2>> x=0');
    expect(exported.known).toMatchObject({ initial: true, steps: true, parameters: true, values: false });
    expect([...exported.formals]).toEqual([['Add', ['p']]]);
    // A step leads back to the third state, of which the second and fourth are the same.
    expect(exported.behaviours).toEqual([{ states: [0, 1, 2, 1], loop: 2 }]);
    expect(exported.kind).toBe('error-trace');
  });

  it('may be of the older shape', async () => {
    const { counterexample } = JSON.parse(specimen('BadA.json')) as { counterexample: object };
    const older = await read(JSON.stringify(counterexample));
    expect(steps(older)).toEqual(steps(await readSpecimen('BadA.json')));
  });
});

it("TLC's own output is to be taken apart first", async () => {
  await expect(readGraphAs('output', { chunks: ['TLC2 Version 2.18'] })).rejects.toThrow(/readPrintedTraces/);
});
