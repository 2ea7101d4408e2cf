import type { StateGraph } from '@synod/spec';
import { key } from '@synod/tla';
import type { UnpackedGraph } from './packed-graph.js';

/**
 * Finds the states of one graph in another of the same specification: for each, its number there, or -1.
 *
 * Graphs that have been sent between threads have their values numbered: then each value is looked up once, and not
 * once for every state that has it.
 */
export function statesIn(graph: StateGraph, other: StateGraph): Int32Array {
  return isUnpacked(graph) && isUnpacked(other)
    ? byNumbers(graph, other)
    : Int32Array.from({ length: graph.size }, (_, state) => other.find(graph.values(state)));
}

/** What tells a state from all others of its specification: its values' keys. */
export function stateText(graph: StateGraph, state: number): string {
  return graph.values(state).map(key).join('\n');
}

function isUnpacked(graph: StateGraph): graph is UnpackedGraph {
  return 'findTuple' in graph;
}

function byNumbers({ components, tuples, size }: UnpackedGraph, other: UnpackedGraph): Int32Array {
  const there = components.map((texts, i) => {
    const numbers = new Map(other.components[i]?.map((text, number) => [text, number]));
    return Int32Array.from(texts, (text) => numbers.get(text) ?? -1);
  });
  const width = components.length;
  const tuple = new Int32Array(width);
  const found = new Int32Array(size);
  for (let state = 0; state < size; state++) {
    for (let i = 0; i < width; i++) tuple[i] = there[i]?.[tuples[state * width + i] as number] as number;
    found[state] = other.findTuple(tuple);
  }
  return found;
}
