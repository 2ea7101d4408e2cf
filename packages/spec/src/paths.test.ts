import { describe, expect, it } from 'vitest';
import { GraphBuilder } from './builder.js';
import type { StateGraph } from './graph.js';
import { depth, shortestPaths } from './paths.js';

/** A graph of states 0, 1, 2, … with one variable and these steps. */
function graphOf(states: number, initial: readonly number[], edges: readonly [number, number][]): StateGraph {
  const builder = new GraphBuilder('M', ['x']);
  for (let state = 0; state < states; state++) builder.state([state]);
  for (const state of initial) builder.initial(state);
  for (const [from, to] of edges) builder.step(from, builder.label('Go', [to]), to);
  return builder.build();
}

/** The states that a path goes through. */
function way(graph: StateGraph, state: number): readonly number[] {
  const paths = shortestPaths(graph);
  return [paths.start(state), ...paths.to(state).map((step) => graph.targets.at(step) ?? -1)];
}

describe('shortest paths', () => {
  const diamond = graphOf(
    6,
    [0, 4],
    [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 2],
      [3, 5],
      [4, 5],
      [5, 0],
    ],
  );

  it('are as long as they must be, and lead there', () => {
    expect([...shortestPaths(diamond).distances]).toEqual([0, 1, 1, 2, 0, 1]);
    expect(way(diamond, 3)).toEqual([0, 1, 3]);
    expect(way(diamond, 5)).toEqual([4, 5]);
    expect(way(diamond, 4)).toEqual([4]);
  });

  it('list states by distance', () => {
    expect([...shortestPaths(diamond).order]).toEqual([0, 4, 1, 2, 5, 3]);
  });

  it('leave out what cannot be reached', () => {
    const paths = shortestPaths(graphOf(3, [0], [[2, 1]]));
    expect([...paths.distances]).toEqual([0, -1, -1]);
    expect([...paths.order]).toEqual([0]);
    expect(paths.to(1)).toEqual([]);
  });

  it('have a depth, which is 0 without states and 1 with initial ones only', () => {
    expect(depth(shortestPaths(diamond))).toBe(3);
    expect(depth(shortestPaths(graphOf(2, [0, 1], [])))).toBe(1);
    expect(depth(shortestPaths(graphOf(0, [], [])))).toBe(0);
  });
});
