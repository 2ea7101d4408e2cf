import { readdirSync, readFileSync } from 'node:fs';
import type { StateGraph } from '@synod/spec';
import { type ExportedGraph, type GraphSource, jsonText, ndjsonText, readGraph } from '../src/index.js';

const folder = new URL('../../tla/fixtures/', import.meta.url);

/** The names of the specimens that hold a graph or an error trace. */
export const specimens: readonly string[] = readdirSync(folder).filter((name) =>
  /\.(?:dot|dump|json|out)$/.test(name),
);

/** What TLC wrote, as text. */
export function specimen(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** Reads a text as if it were a file. */
export function read(text: string, more: Partial<GraphSource> = {}): Promise<ExportedGraph> {
  return readGraph({ chunks: [text], file: 'file', ...more });
}

/** The specimen, with the counts that one needs because it looks as if it were cut. */
export function readSpecimen(name: string): Promise<ExportedGraph> {
  return read(specimen(name), name === 'Bad-tlchead.dot' ? { counts: { distinct: 5, generated: 6 } } : {});
}

/** A step of a graph: the texts of its states, and its label's. */
export interface StepText {
  readonly from: string;
  readonly label: string;
  readonly to: string;
}

/** Every step, with what `text` makes of its states. */
export function stepTexts(graph: StateGraph, text: (state: number) => string): StepText[] {
  return Array.from({ length: graph.size }, (_, from) => from).flatMap((from) => {
    const [start, end] = [graph.offsets.at(from), graph.offsets.at(from + 1)];
    const labels = graph.stepLabels.subarray(start, end);
    return Array.from(graph.targets.subarray(start, end), (to, index) => ({
      from: text(from),
      label: graph.labels.at(labels.at(index) ?? -1)?.key ?? '',
      to: text(to),
    }));
  });
}

export function ndjson(exported: ExportedGraph): string {
  return [...ndjsonText(exported)].join('');
}

export function json(exported: ExportedGraph): string {
  return [...jsonText(exported)].join('');
}

/** A graph in the way TLC writes it: states by their ids, in lines in this order. */
export function dotFile(lines: readonly string[], { head = false }: { head?: boolean } = {}): string {
  const style = head ? 'node [shape=box,style=rounded]\n' : '';
  return `strict digraph DiskGraph {\n${style}nodesep=0.35;\nsubgraph cluster_graph {\ncolor="white";\n${lines.join('\n')}\n}\n}\n`;
}

export function dotState(id: number, text: string, initial = false): string {
  return `${id} [label="${escaped(text)}"${initial ? ',style = filled]' : '];'}`;
}

export function dotStep(from: number, label: string, to: number): string {
  return `${from} -> ${to} [label="${escaped(label)}",color="black",fontcolor="black"];`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
