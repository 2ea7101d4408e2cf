import { describe, expect, it } from 'vitest';
import { bench, rows, slow } from './bench.js';

const { write, validate } = bench();

// A specification of nobody's, and its graph as TLC writes it: with the parameters of each step (a recent TLC) and
// without (TLC 2.18).
const spec = write('Tank.tla', [
  '---- MODULE Tank ----',
  'EXTENDS Naturals',
  'CONSTANT Most',
  'VARIABLE level',
  'Init == level = 0',
  'Fill(n) == /\\ level + n <= Most',
  "           /\\ level' = level + n",
  "Drain == level > 0 /\\ level' = 0",
  'Next == (\\E n \\in 1..2 : Fill(n)) \\/ Drain',
  'Full == level = Most',
  '====',
]);
const cfg = write('Tank.cfg', ['CONSTANT Most = 3', 'INIT Init', 'NEXT Next']);
const steps: readonly (readonly [number, string, number])[] = [
  ...[0, 1, 2].flatMap((level) =>
    [1, 2].filter((n) => level + n <= 3).map((n) => [level, `Fill(${n})`, level + n] as const),
  ),
  ...[1, 2, 3].map((level) => [level, 'Drain', 0] as const),
];
const dot = (label: (text: string) => string): readonly string[] => [
  'strict digraph DiskGraph {',
  'nodesep=0.35;',
  'subgraph cluster_graph {',
  'color="white";',
  '10 [label="level = 0",style = filled]',
  ...[1, 2, 3].map((level) => `1${level} [label="level = ${level}"];`),
  ...steps.map(
    ([from, text, to]) => `1${from} -> 1${to} [label="${label(text)}",color="black",fontcolor="black"];`,
  ),
  '}',
  '}',
];
const graph = write(
  'tank.dot',
  dot((text) => text),
);
const plain = write(
  'plain.dot',
  dot((text) => text.replace(/\(.*/, '')),
);
// TLC's own words, by which the graph is known to be whole.
const log = write('tank.log', [
  'TLC2 Version 2.18 of Day Month 20?? (rev: cab6f13)',
  'Model checking completed. No error has been found.',
  '9 states generated, 4 distinct states found, 0 states left on queue.',
  'The depth of the complete state graph search is 3.',
]);

const header = '{"trace":1,"spec":"Tank"}';
const good = write('good.ndjson', [
  header,
  '{"action":"Fill","params":{"n":2},"state":{"level":2}}',
  '{"action":"Fill","params":{"n":1}}',
  '{"action":"Drain","state":{"level":0}}',
]);
const over = write('over.ndjson', [
  header,
  '{"action":"Fill","params":{"n":2}}',
  '{"action":"Fill","params":{"n":2}}',
]);
const notCompared =
  'parameters are not compared: the steps of the graph carry none (an export that names each step with its parameters does).';

describe('a graph without parameters', () => {
  it('warns once that it cannot compare them, and judges the rest', slow, () => {
    const { status, stdout, stderr } = validate([good, '--graph', plain, '--log', log]);
    expect(stderr).toBe(`synod: warning: good.ndjson: ${notCompared}\n`);
    expect(rows(stdout)).toEqual(['good.ndjson Tank plain.dot 3 3 graph conforms']);
    expect(status).toBe(0);
  });

  it('is not enough with --strict, but a divergence is one', slow, () => {
    const wrong = write('wrong.ndjson', [header, '{"action":"Fill","params":{"n":2},"state":{"level":3}}']);
    const strict = validate([good, '--graph', plain, '--log', log, '--strict']);
    expect(strict.stderr).toBe(
      `synod: warning: good.ndjson: ${notCompared}\nsynod: good.ndjson: ${notCompared}\n`,
    );
    expect({ status: strict.status, stdout: strict.stdout }).toEqual({ status: 2, stdout: '' });
    const both = validate([wrong, good, '--graph', plain, '--log', log, '--strict']);
    expect(both.status).toBe(1);
  });
});

describe('a graph with parameters', () => {
  it('has them by position', slow, () => {
    const positions = write('positions.ndjson', [
      header,
      '{"action":"Fill","params":[2]}',
      '{"action":"Fill","params":[2]}',
    ]);
    const { status, stdout, stderr } = validate([positions, '--graph', graph, '--log', log]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'positions.ndjson:3: Fill(2) is no step that Tank allows here (1 of 2 events match)',
      '  parameters not possible: Fill is possible in the state, but not with these parameters',
      '  possible of Fill: Fill(1)',
    ]);
  });

  it('has their names only from the module', slow, () => {
    const nameless = validate([over, '--graph', graph, '--log', log]);
    expect(nameless.stderr).toBe(
      'synod: warning: over.ndjson: the parameters of Fill are not compared: their names are not known. Name the module with --spec, or give them by position.\n',
    );
    expect(nameless.status).toBe(0);
    const { status, stdout } = validate([good, over, '--graph', graph, '--log', log, '--spec', spec]);
    expect(rows(stdout)).toEqual([
      'good.ndjson Tank tank.dot 3 3 graph conforms',
      'over.ndjson Tank tank.dot 2 1 graph diverges',
    ]);
    expect(status).toBe(1);
  });

  it('has the false conjunct and derived operators from the module and its cfg', slow, () => {
    const full = write('full.ndjson', [
      '{"trace":1,"spec":"Tank","constants":{"Most":3}}',
      '{"action":"Fill","params":{"n":2},"derived":{"Full":false}}',
      '{"action":"Fill","params":{"n":1},"derived":{"Full":true}}',
      '{"action":"Drain","derived":{"Full":true}}',
    ]);
    const named = ['--graph', graph, '--log', log, '--spec', spec, '--cfg', cfg];
    const { status, stdout, stderr } = validate([over, full, ...named]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(
      /^over\.ndjson:3: .*\n  parameters not possible: .*\n  false: level \+ n <= Most {2}at Tank\.tla:6\n      n: 2\n/,
    );
    expect(stdout).toContain(`
full.ndjson:4: Drain leads to no state that is as observed here (2 of 3 events match)
  observation contradicted: Drain is possible in the state, but leads to no state as observed
  nearest miss: Drain
      Full: the trace says true, the specification has FALSE
`);
  });

  it('says what it cannot compare without module or cfg', slow, () => {
    const trace = write('more.ndjson', [
      '{"trace":1,"spec":"Tank","constants":{"Most":4}}',
      '{"action":"Drain","derived":{"Full":true}}',
    ]);
    const { stderr } = validate([trace, '--graph', graph]);
    expect(stderr.split('\n')).toEqual([
      'synod: warning: more.ndjson: it is not known whether the graph is whole: a step that it lacks looks like one that is not allowed (name the output of the run with --log).',
      'synod: warning: more.ndjson: derived operators are not compared: the graph does not carry them, and no module is named to evaluate them with.',
      'synod: warning: more.ndjson: the constants of the trace are not compared: name the module with --spec and its cfg file with --cfg.',
      '',
    ]);
    const named = validate([trace, '--graph', graph, '--spec', spec, '--cfg', cfg]);
    expect({ status: named.status, stdout: named.stdout }).toEqual({ status: 2, stdout: '' });
    expect(named.stderr).toBe(
      'synod: more.ndjson:1: constants.Most: the trace has 4, and tank.dot has 3: choose the model it was recorded for, or --engine model, which takes the constants of the trace.\n',
    );
  });

  it('says that a cfg is of another module', slow, () => {
    const other = write('MCTank.cfg', ['CONSTANT Most <- MCMost', 'INIT Init', 'NEXT Next']);
    const { stderr } = validate([over, '--graph', graph, '--log', log, '--spec', spec, '--cfg', other]);
    expect(stderr).toBe(
      'synod: warning: over.ndjson: MCTank.cfg replaces what Tank alone does not define, so that nothing of Tank is evaluated, such as a conjunct that is false: name the module that this cfg file is for with --spec.\n',
    );
  });
});
