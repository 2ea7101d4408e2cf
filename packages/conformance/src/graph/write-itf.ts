import { type Paths, type StateGraph, shortestPaths } from '@synod/spec';
import { plainJson } from './encoding.js';
import type { Behaviour } from './exported-graph.js';

/** A shortest behaviour of a graph that ends in a state. Nothing if there is none. */
export function behaviourTo(graph: StateGraph, state: number): Behaviour | undefined {
  const paths: Paths = shortestPaths(graph);
  if (paths.distances[state] === -1) return undefined;
  const targets = paths.to(state).map((step) => graph.targets[step] as number);
  return { states: [paths.start(state), ...targets], loop: undefined };
}

/**
 * A behaviour in the Informal Trace Format of Apalache, as JSON. Each state says in its `#meta` by which action it was
 * reached, as far as that is known.
 */
export function itfText(graph: StateGraph, { states, loop }: Behaviour): string {
  const variables = graph.variables.map((variable, index) => ({ variable, index }));
  const lines = states.map((state, index) => {
    const values = graph.values(state);
    const action = index === 0 ? undefined : labelBetween(graph, states[index - 1] as number, state);
    const meta = action === undefined ? { index } : { index, action };
    return JSON.stringify({
      '#meta': meta,
      ...Object.fromEntries(variables.map((v) => [v.variable, plainJson(values[v.index] ?? 0)])),
    });
  });
  const meta = { format: 'ITF', ...(graph.name === '' ? {} : { module: graph.name }) };
  const end = loop === undefined ? '' : `,\n"loop":${loop}`;
  return `{"#meta":${JSON.stringify(meta)},\n"vars":${JSON.stringify(graph.variables)},\n"states":[\n${lines.join(',\n')}\n]${end}}\n`;
}

function labelBetween(graph: StateGraph, from: number, to: number): string | undefined {
  for (let step = graph.offsets[from] as number; step < (graph.offsets[from + 1] as number); step++) {
    const label = graph.labels[graph.stepLabels[step] as number];
    if (graph.targets[step] === to && label !== undefined && label.action !== '') return label.key;
  }
  return undefined;
}
