import { key } from '@synod/tla';
import type { ExportedGraph } from './exported-graph.js';
import { type Numbering, numberStates } from './numbering.js';

/**
 * A graph in Graphviz's DOT, in pieces: states by their numbers with their values as labels, initial ones filled; an edge
 * for each labelled step.
 */
export function* dotText(exported: ExportedGraph, numbering?: Numbering): Iterable<string> {
  const { graph } = exported;
  const places = numbering ?? numberStates(graph);
  const { order, numbers } = places;
  const initial = new Set(graph.initial);
  const labels = graph.labels.map((label) => (label.key === '' ? '' : ` [label=${quoted(label.key)}]`));
  yield `digraph ${quoted(graph.name === '' ? 'states' : graph.name)} {\n`;
  yield '  node [shape=box,style=rounded];\n';
  for (let number = 0; number < graph.size; number++) {
    const state = order[number] as number;
    const style = initial.has(state) ? ',style="rounded,filled"' : '';
    yield `  ${number} [label=${quoted(stateText(graph.variables, graph.values(state).map(key)))}${style}];\n`;
  }
  for (let from = 0; from < graph.size; from++) {
    for (const step of places.steps(order[from] as number)) {
      const label = labels[graph.stepLabels[step] as number];
      yield `  ${from} -> ${numbers[graph.targets[step] as number]}${label};\n`;
    }
  }
  yield '}\n';
}

function stateText(variables: readonly string[], values: readonly string[]): string {
  if (variables.length === 1) return `${variables[0]} = ${values[0]}`;
  return variables.map((variable, index) => `/\\ ${variable} = ${values[index]}`).join('\n');
}

/** A string of DOT. A backslash is doubled, as labels have escapes of their own; lines are set flush left. */
function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return `"${escaped.includes('\n') ? `${escaped.replaceAll('\n', '\\l')}\\l` : escaped}"`;
}
