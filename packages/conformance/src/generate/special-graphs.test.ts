import type { StateGraph } from '@synod/spec';
import { InputError } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { type Edge, graphOf } from '../../test/small-graph.js';
import { generateBehaviours } from './generate.js';
import type { Generated } from './generated.js';

describe('what is special in a graph', () => {
  const texts = ({ behaviours }: Generated): readonly string[] =>
    behaviours.map(({ start, steps }) => [start, ...steps.map(({ label, to }) => label.key + to)].join(' '));

  it('may be a cycle that needs no beginning', () => {
    const ring = graphOf(
      2,
      [0],
      [
        [0, 'A', 1],
        [1, 'B', 0],
      ],
    );
    expect(texts(generateBehaviours(ring, { cover: 'steps' }))).toEqual(['0 A1 B0']);
  });

  it('may be a state that is initial, visited by beginning there', () => {
    const two = graphOf(3, [0, 1], [[0, 'A', 2]]);
    const generated = generateBehaviours(two, { cover: 'states' });
    expect(texts(generated)).toEqual(['0 A2', '1']);
    expect(generated.bound).toEqual({ events: 1, behaviours: 2, exact: true });
  });

  it('may be a cycle that the cheapest flow goes round, and no behaviour comes by', () => {
    const edges: Edge[] = [
      [0, 'A', 1],
      [0, 'A', 2],
      [1, 'A', 3],
      [2, 'A', 3],
      [3, 'A', 4],
      [4, 'A', 3],
    ];
    const generated = generateBehaviours(graphOf(5, [0], edges), { cover: 'states' });
    expect(generated.covered).toBe(5);
    expect(generated.bound.events).toBeLessThanOrEqual(generated.events);
  });

  it('may be states that nothing leads to', () => {
    const graph = graphOf(
      4,
      [0],
      [
        [0, 'A', 1],
        [2, 'B', 3],
        [3, 'C', 2],
        [2, 'A', 1],
      ],
    );
    const { covered, total, uncovered, events } = generateBehaviours(graph, { cover: 'steps' });
    expect({ covered, total, events }).toEqual({ covered: 1, total: 4, events: 1 });
    expect(uncovered.map((step) => [step.type, step.needs])).toEqual(
      Array.from({ length: 3 }, () => ['step', undefined]),
    );
    expect(generateBehaviours(graph, { cover: 'states' }).uncovered).toEqual([
      { type: 'state', state: 2, needs: undefined },
      { type: 'state', state: 3, needs: undefined },
    ]);
    expect(generateBehaviours(graph, { cover: 'actions' }).uncovered).toEqual([
      { type: 'action', action: 'B', needs: undefined },
      { type: 'action', action: 'C', needs: undefined },
    ]);
  });

  it('may be further away than behaviours may go', () => {
    const line = graphOf(
      4,
      [0],
      [
        [0, 'A', 1],
        [1, 'B', 2],
        [2, 'C', 3],
      ],
    );
    const { uncovered } = generateBehaviours(line, { cover: 'steps', maxLength: 2 });
    expect(uncovered).toEqual([{ type: 'step', from: 2, label: line.labels[2], to: 3, needs: 3 }]);
    expect(generateBehaviours(line, { cover: 'states', maxLength: 2 }).uncovered).toEqual([
      { type: 'state', state: 3, needs: 3 },
    ]);
    expect(generateBehaviours(line, { cover: 'actions', maxLength: 2 }).uncovered).toEqual([
      { type: 'action', action: 'C', needs: 3 },
    ]);
  });

  it('may be more actions than can be searched through', () => {
    const names = Array.from({ length: 20 }, (_, i) => `A${i}`);
    const line = graphOf(
      21,
      [0],
      names.map((name, i) => [i, name, i + 1]),
    );
    const generated = generateBehaviours(line, { cover: 'actions' });
    expect(generated.bound).toEqual({ events: 20, exact: true });
    expect(generated.behaviours.length).toBe(1);
    const star = graphOf(
      21,
      [0],
      names.map((name, i) => [0, name, i + 1]),
    );
    expect(generateBehaviours(star, { cover: 'actions' })).toMatchObject({ events: 20, covered: 20 });
    expect(generateBehaviours(line, { cover: 'actions', maxLength: 7 })).toMatchObject({
      events: 7,
      covered: 7,
    });
  });

  it('may be that there is nothing to do', () => {
    const refusal = (graph: StateGraph, maxLength?: number): string => {
      try {
        generateBehaviours(graph, { cover: 'steps', maxLength });
      } catch (error) {
        if (error instanceof InputError) return error.message;
      }
      return 'nothing';
    };
    expect(refusal(graphOf(2, [0, 1], []))).toBe('nothing can be generated: the graph has no steps');
    expect(refusal(graphOf(2, [], [[0, 'A', 1]]))).toBe(
      'nothing can be generated: the graph has no initial states',
    );
    expect(refusal(graphOf(2, [0], [[1, 'A', 0]]))).toBe(
      'nothing can be generated: no step begins in an initial state of the graph',
    );
    for (const length of [0, -1, 1.5, Number.NaN]) {
      expect(refusal(graphOf(1, [0], [[0, 'A', 0]]), length)).toBe(
        `the greatest length is a whole number from 1 up, and not ${length}`,
      );
    }
  });
});
