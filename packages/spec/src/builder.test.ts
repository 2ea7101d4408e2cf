import { modelValue, set } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { GraphBuilder, labelKey } from './builder.js';
import type { StateGraph } from './graph.js';

/** The steps of a graph, each as from, label and to. */
function stepsOf(graph: StateGraph): readonly string[] {
  const found: string[] = [];
  for (let from = 0; from < graph.size; from++) {
    for (let i = graph.offsets.at(from) ?? 0; i < (graph.offsets.at(from + 1) ?? 0); i++) {
      found.push(`${from} ${graph.labels.at(graph.stepLabels.at(i) ?? 0)?.key} ${graph.targets.at(i)}`);
    }
  }
  return found;
}

describe('the key of a label', () => {
  it.each([
    ['Stop', [], 'Stop'],
    ['Phase2a', [0, modelValue('v1')], 'Phase2a(0, v1)'],
    ['Vote', [set([2, 1]), 'x'], 'Vote({1, 2}, "x")'],
  ] as const)('%s %j', (action, parameters, expected) => {
    expect(labelKey(action, parameters)).toBe(expected);
  });
});

describe('a state graph that is put together', () => {
  it('gives equal states one number, whatever they are made of', () => {
    const builder = new GraphBuilder('M', ['x', 'y']);
    expect(builder.state([set([1, 2]), 0])).toBe(0);
    expect(builder.state([set([2, 1, 2]), 0])).toBe(0);
    expect(builder.state([set([1]), 0])).toBe(1);
    expect(builder.size).toBe(2);
    const graph = builder.build();
    expect(graph.size).toBe(2);
    expect(graph.values(1)).toEqual([set([1]), 0]);
    expect(graph.find([set([1]), 0])).toBe(1);
  });

  it('finds no state with a value it has not, and none with values it has in other states', () => {
    const builder = new GraphBuilder('M', ['x', 'y']);
    builder.state([1, 'a']);
    builder.state([2, 'b']);
    const graph = builder.build();
    expect(graph.find([3, 'a'])).toBe(-1);
    expect(graph.find([1, 'b'])).toBe(-1);
    expect(graph.find([2, 'b'])).toBe(1);
  });

  it('finds states by the numbers of their values, which are found by the value or its key', () => {
    const builder = new GraphBuilder('M', ['x', 'y']);
    builder.state([set([1]), 'a']);
    builder.state([set([2]), '"']);
    const [two, quote] = [builder.component(0, set([2])), builder.component(1, '"')];
    expect(builder.find([two, quote])).toBe(1);
    expect(builder.find([two, builder.component(1, 'a')])).toBe(-1);
    expect(builder.component(0, set([3]))).toBe(-1);
    expect(builder.componentOfKey(1, '"\\""')).toBe(quote);
    expect(builder.componentOfKey(1, 'a')).toBe(-1);
    // Sets are found by their hash.
    expect(builder.componentOfKey(0, '{2}')).toBe(-1);
  });

  it('keeps each initial state once, however many there are', () => {
    const builder = new GraphBuilder('M', ['x']);
    const states = Array.from({ length: 5000 }, (_, i) => builder.state([i]));
    const initial = states.filter((state) => state % 3 === 0).toReversed();
    for (const state of [...initial, ...initial]) builder.initial(state);
    const graph = builder.build();
    expect(graph.initial).toEqual(initial);
    expect(graph.generated).toBe(2 * initial.length);
  });

  it('sorts steps by where they come from, however they were added', () => {
    const builder = new GraphBuilder('M', ['x']);
    const [zero, one, two] = [builder.state([0]), builder.state([1]), builder.state([2])];
    const [up, down] = [builder.label('Up', []), builder.label('Down', [])];
    builder.step(two, down, one);
    builder.step(zero, up, two);
    builder.step(one, down, zero);
    builder.step(zero, up, one);
    builder.step(one, up, two);
    expect(stepsOf(builder.build())).toEqual(['0 Up 1', '0 Up 2', '1 Up 2', '1 Down 0', '2 Down 1']);
  });

  it('keeps a step once and counts every way to take it; another label or target is another step', () => {
    const builder = new GraphBuilder('M', ['x']);
    const [zero, one] = [builder.state([0]), builder.state([1])];
    builder.initial(zero);
    builder.initial(zero);
    const [a, b] = [builder.label('A', [1]), builder.label('A', [2])];
    for (const label of [a, b, a]) builder.step(zero, label, one);
    builder.step(zero, a, zero);
    const graph = builder.build();
    expect(stepsOf(graph)).toEqual(['0 A(1) 0', '0 A(1) 1', '0 A(2) 1']);
    expect(graph.initial).toEqual([zero]);
    expect(graph.generated).toBe(2 + 4);
  });

  it('gives one number to labels with equal parameters', () => {
    const builder = new GraphBuilder('M', ['x']);
    expect(builder.label('A', [set([1, 2])])).toBe(builder.label('A', [set([2, 1])]));
    expect(builder.label('A', [])).not.toBe(builder.label('B', []));
  });

  it('may have no states at all', () => {
    const graph = new GraphBuilder('M', ['x']).build();
    expect([graph.size, graph.generated, graph.find([0])]).toEqual([0, 0, -1]);
    expect([...graph.offsets]).toEqual([0]);
  });
});
