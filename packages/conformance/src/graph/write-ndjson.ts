import type { ExportedGraph } from './exported-graph.js';
import { graphLines } from './graph-lines.js';
import type { Numbering } from './numbering.js';

/** A graph as NDJSON, in pieces: a header, a line a state, a line a step. */
export function* ndjsonText(exported: ExportedGraph, numbering?: Numbering): Iterable<string> {
  const lines = graphLines(exported, numbering);
  yield `${lines.header}\n`;
  for (const line of lines.states()) yield `${line}\n`;
  for (const line of lines.steps()) yield `${line}\n`;
}

/** The same as one JSON object, `{"header": …, "states": […], "steps": […]}`, in pieces. */
export function* jsonText(exported: ExportedGraph, numbering?: Numbering): Iterable<string> {
  const lines = graphLines(exported, numbering);
  yield `{"header":${lines.header},\n"states":[`;
  yield* list(lines.states());
  yield '],\n"steps":[';
  yield* list(lines.steps());
  yield ']}\n';
}

function* list(items: Iterable<string>): Iterable<string> {
  let separator = '\n';
  for (const item of items) {
    yield separator + item;
    separator = ',\n';
  }
}
