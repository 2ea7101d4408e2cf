import type { StateGraph } from '@synod/spec';
import type { Side } from '../divergence.js';
import { statesIn, stateText } from './same-state.js';

/** A graph to be held against the expected one. */
export interface OtherSide {
  readonly side: Exclude<Side, 'expected'>;
  readonly graph: StateGraph;
  /** How many of its states, in their order, have all their steps in it: all, if it is not said. */
  readonly expanded?: number;
}

/** The states of a graph as all sides number them. */
export interface Numbered {
  readonly side: Side;
  readonly graph: StateGraph;
  readonly expanded: number;
  /** For each state, its number: that of the expected graph, and a larger one if that has it not. */
  readonly numbers: Int32Array;
  /** For each state of the expected graph, the same state here, or -1. */
  readonly same: Int32Array;
}

/**
 * Numbers the states of several graphs of one specification.
 *
 * @returns the expected graph first, and how many states there are in all
 */
export function numbering(
  expected: StateGraph,
  others: readonly OtherSide[],
): { readonly sides: readonly Numbered[]; readonly size: number } {
  const own = Int32Array.from({ length: expected.size }, (_, state) => state);
  const unexpected = new Map<string, number>();
  let { size } = expected;
  const numbered = others.map(({ side, graph, expanded = graph.size }): Numbered => {
    const same = new Int32Array(expected.size).fill(-1);
    const numbers = statesIn(graph, expected);
    for (let state = 0; state < graph.size; state++) {
      const there = numbers[state] as number;
      if (there >= 0) same[there] = state;
      else numbers[state] = unexpectedNumber(graph, state);
    }
    return { side, graph, expanded, numbers, same };
  });
  return {
    sides: [
      { side: 'expected', graph: expected, expanded: expected.size, numbers: own, same: own },
      ...numbered,
    ],
    get size() {
      return size;
    },
  };

  /** Of two graphs one alone can have it: then nobody asks for it again. */
  function unexpectedNumber(graph: StateGraph, state: number): number {
    if (others.length === 1) return size++;
    const text = stateText(graph, state);
    const known = unexpected.get(text) ?? size++;
    unexpected.set(text, known);
    return known;
  }
}
