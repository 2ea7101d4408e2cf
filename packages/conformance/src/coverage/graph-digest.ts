import { createHash } from 'node:crypto';
import type { StateGraph } from '@synod/spec';
import { key } from '@synod/tla';

const known = new WeakMap<StateGraph, string>();

/** So much text is hashed at once, in characters. */
const piece = 1 << 16;

/**
 * SHA-256 over the states, labels and steps of a graph in the order of their numbers: numbers mean the same in graphs
 * with the same digest.
 */
export function graphDigest(graph: StateGraph): string {
  const found = known.get(graph);
  if (found !== undefined) return found;
  const hash = createHash('sha256');
  let text = '';
  for (const line of lines(graph)) {
    text += `${line}\n`;
    if (text.length < piece) continue;
    hash.update(text);
    text = '';
  }
  const digest = hash.update(text).digest('hex');
  known.set(graph, digest);
  return digest;
}

function* lines(graph: StateGraph): Iterable<string> {
  const { name, variables, size, labels, initial, offsets, stepLabels, targets } = graph;
  // Counts first, so that no line can be taken for one of another kind.
  yield JSON.stringify([name, variables, size, labels.length, initial.length, targets.length]);
  for (let state = 0; state < size; state++) yield JSON.stringify(graph.values(state).map(key));
  for (const label of labels) yield JSON.stringify([label.action, label.key]);
  for (const state of initial.toSorted((one, other) => one - other)) yield String(state);
  for (let state = 0; state < size; state++) {
    for (let step = offsets[state] as number; step < (offsets[state + 1] as number); step++) {
      yield `${state} ${stepLabels[step]} ${targets[step]}`;
    }
  }
}
