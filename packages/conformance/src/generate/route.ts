import type { Paths, StateGraph } from '@synod/spec';

/** A behaviour as a graph has it: an initial state, and indices of steps. */
export interface Route {
  readonly start: number;
  readonly steps: readonly number[];
}

/** How many steps routes have, all together. */
export function eventsOf(routes: readonly Route[]): number {
  return routes.reduce((sum, { steps }) => sum + steps.length, 0);
}

/** A graph as behaviours are generated from it. */
export interface Ground {
  readonly graph: StateGraph;
  readonly paths: Paths;
  /** The state that each step begins in. */
  readonly sources: Int32Array;
  /** 1 for the steps that a behaviour can take, if it must not be longer than is allowed. */
  readonly usable: Uint8Array;
  /** No behaviour has more steps; Infinity if they may have any number. */
  readonly longest: number;
}

/** The graph with the steps that behaviours of a length can take: those that begin in states nearer than that. */
export function groundOf(graph: StateGraph, paths: Paths, longest: number): Ground {
  const { offsets, targets, size } = graph;
  const sources = new Int32Array(targets.length);
  const usable = new Uint8Array(targets.length);
  for (let state = 0; state < size; state++) {
    const distance = paths.distances[state] as number;
    const [begin, end] = [offsets[state] as number, offsets[state + 1] as number];
    sources.fill(state, begin, end);
    if (distance >= 0 && distance < longest) usable.fill(1, begin, end);
  }
  return { graph, paths, sources, usable, longest };
}
