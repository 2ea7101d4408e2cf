import { describe, expect, it } from 'vitest';
import { floors, Lift } from '../test/lift.js';
import { explore } from './explore.js';
import { instantiate } from './instantiate.js';
import { depth, shortestPaths } from './paths.js';
import type { TransitionSystem } from './system.js';

const lift = instantiate(Lift, floors(3));

describe('exploring', () => {
  it('finds every state and step, and nothing else', () => {
    const { graph, states, expanded } = explore(lift);
    // Each of 3 floors with the door open or closed; the door works everywhere, and from each floor with the
    // door closed two others are reached.
    expect([graph.size, graph.targets.length, graph.generated, expanded]).toEqual([6, 6 + 3 * 2, 13, 6]);
    expect(states).toHaveLength(6);
    expect(states.map((state) => graph.find(lift.decode(state)))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(graph.name).toBe('Lift');
    expect(graph.variables).toEqual(['floor', 'open']);
  });

  it('numbers states breadth first', () => {
    const { graph } = explore(lift);
    const { distances } = shortestPaths(graph);
    expect([...distances]).toEqual([...distances].toSorted((left, right) => left - right));
    expect(graph.initial).toEqual([0]);
  });

  it('counts an initial state as often as there are ways to it, and keeps it once', () => {
    const twice: TransitionSystem<{ readonly floor: number; readonly open: boolean }> = {
      ...lift,
      init: () => [...lift.init(), ...lift.init()],
    };
    const { graph } = explore(twice);
    expect([graph.initial.length, graph.generated]).toEqual([1, 14]);
  });

  it('ends when there are more states than the limit, and says how far it got', () => {
    const endless: TransitionSystem<{ readonly n: number }> = {
      ...lift,
      variables: ['n'],
      init: () => [{ n: 0 }],
      next: ({ n }) => [{ action: 'Up', parameters: [], state: { n: n + 1 } }],
      decode: ({ n }) => [n],
      encode: undefined,
      operators: [],
      refinements: [],
      perform: () => [],
      typeCorrect: undefined,
    };
    const { graph, expanded } = explore(endless, { limit: 10 });
    expect([graph.size, expanded]).toEqual([11, 10]);
    expect(graph.targets.length).toBe(10);
    expect(explore(lift, { limit: 6 }).expanded).toBe(6);
  });

  it('says how many states it has found', () => {
    const seen: number[] = [];
    explore(lift, { onProgress: (states) => seen.push(states) });
    expect(seen).toEqual([1]);
  });

  it('has a depth: the levels of the search', () => {
    expect(depth(shortestPaths(explore(lift).graph))).toBe(4);
  });
});
