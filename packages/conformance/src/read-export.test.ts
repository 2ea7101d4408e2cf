import { describe, expect, it } from 'vitest';
import { readTlcExport, type TlcExportSource } from './read-export.js';

const dot = `strict digraph DiskGraph {
nodesep=0.35;
subgraph cluster_graph {
color="white";
-11 [label="n = 0",style = filled]
-11 -> 22 [label="Add_1",color="black",fontcolor="black"];
22 [label="n = 1"];
22 -> 22 [label="Stay",color="black",fontcolor="black"];
{rank = same; -11;}
}
}
`;
const states = '<<"S", <<0>>, TRUE, {<<1>>}>>\n<<"S", <<1>>, FALSE, {}>>\n';

function source(change: { dot?: string; states?: string; distinct?: number } = {}): TlcExportSource {
  return {
    module: 'Counter',
    variables: ['n'],
    labels: new Map([
      ['Add_1', { action: 'Add', parameters: [1] }],
      ['Stay', { action: 'Stay', parameters: [] }],
    ]),
    operators: [
      { name: 'Even', formals: [] },
      { name: 'Reaches', formals: [{ name: 'by', constant: 'By' }] },
    ],
    counts: { distinct: change.distinct ?? 2, generated: 3 },
    steps: { chunks: [change.dot ?? dot], file: 'steps.dot' },
    states: { chunks: [change.states ?? states], file: 'states.txt' },
  };
}

describe('readTlcExport', () => {
  it('puts the graph and the operators together', async () => {
    const { graph, operators } = await readTlcExport(source());
    expect(graph.size).toBe(2);
    expect(graph.generated).toBe(3);
    expect(graph.initial).toEqual([graph.find([0])]);
    const [zero, one] = [graph.find([0]), graph.find([1])];
    const from = graph.offsets[zero] as number;
    expect(graph.labels[graph.stepLabels[from] as number]?.key).toBe('Add(1)');
    expect(graph.targets[from]).toBe(one);
    expect([operators.value(zero, 0), operators.value(zero, 1)]).toEqual(['TRUE', '{<<1>>}']);
    expect([operators.value(one, 0), operators.value(one, 1)]).toEqual(['FALSE', '{}']);
  });

  it.each([
    ['TRUE', 'TRUX'],
    ['{<<1>>}', '{<<2>>}'],
    ['FALSE', 'FALSF'],
  ])('sees that a value is %s and not %s', async (text, other) => {
    const read = async (lines: string): Promise<string> => {
      const { graph, operators } = await readTlcExport(source({ states: lines }));
      return [0, 1].flatMap((n) => [0, 1].map((i) => operators.value(graph.find([n]), i))).join(' ');
    };
    const right = await read(states);
    expect(right).toContain(text);
    expect(await read(states.replace(text, other))).toBe(right.replace(text, other));
  });

  it.each([
    ['a label that the manifest does not have', { dot: dot.replace('Stay', 'Leave') }, /steps\.dot|Leave/],
    ['a step without its state', { dot: dot.replace('22 [label="n = 1"];\n', '') }, /22/],
    ['a graph of fewer states than TLC counted', { distinct: 3 }, /3/],
    [
      'a state without its operators',
      { states: states.slice(0, states.indexOf('\n') + 1) },
      /1 states, and the graph has 2/,
    ],
    [
      'operators of a state that there is not',
      { states: `${states}<<"S", <<7>>, TRUE, {}>>\n` },
      /does not have/,
    ],
    ['a line of another kind', { states: states.replace('"S"', '"T"') }, /is not <<"S"/],
    ['a value that cannot be read', { states: states.replace('FALSE', 'FAL?E') }, /Expected/],
    ['a line with an operator too few', { states: states.replace(', {<<1>>}', '') }, /2 values/],
  ])('refuses %s', async (_, change, says) => {
    await expect(readTlcExport(source(change))).rejects.toThrow(says);
  });
});
