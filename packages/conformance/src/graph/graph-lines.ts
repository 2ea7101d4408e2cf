import type { Label } from '@synod/spec';
import { TlaSet, type TlaValue } from '@synod/tla';
import { boundedMemo } from './bounded-memo.js';
import { encodingOf } from './encoding.js';
import type { ExportedGraph } from './exported-graph.js';
import { namesIn } from './names.js';
import { type Numbering, numberStates } from './numbering.js';
import type { GraphHeader } from './state-graph-format.js';

/** A graph as lines of JSON, made when they are asked for. */
export interface GraphLines {
  readonly header: string;
  states(): Iterable<string>;
  steps(): Iterable<string>;
}

/** The lines of a graph in the state graph format, version 1. The same graph gives the same lines. */
export function graphLines(
  exported: ExportedGraph,
  numbering: Numbering = numberStates(exported.graph),
): GraphLines {
  const { graph, known } = exported;
  const encoding = encodingOf(namesIn(graph));
  // What states share is one object, and so are the elements of their sets: each is written out once.
  const text: (value: TlaValue) => string = boundedMemo(
    (value) =>
      value instanceof TlaSet
        ? `{"#set":[${value.elements.map(text).join(',')}]}`
        : JSON.stringify(encoding.encode(value)),
    (_, result) => result.length,
  );
  const initial = new Set(graph.initial);
  const names = graph.variables.map((variable) => JSON.stringify(variable));
  const labels = graph.labels.map((label) => labelText(label, text));
  return {
    header: JSON.stringify(headerOf(exported, numbering, encoding.modelValues)),
    *states() {
      for (let number = 0; number < graph.size; number++) {
        const state = numbering.order[number] as number;
        const values = graph.values(state).map((value, index) => `${names[index]}:${text(value)}`);
        const mark = initial.has(state) ? '"initial":true,' : '';
        yield `{"state":${number},${mark}"values":{${values.join(',')}}}`;
      }
    },
    *steps() {
      if (!known.steps) return;
      for (let from = 0; from < graph.size; from++) {
        for (const step of numbering.steps(numbering.order[from] as number)) {
          const to = numbering.numbers[graph.targets[step] as number];
          yield `{"from":${from},${labels[graph.stepLabels[step] as number]}"to":${to}}`;
        }
      }
    },
  };
}

function labelText({ action, parameters }: Label, text: (value: TlaValue) => string): string {
  const name = action === '' ? '' : `"action":${JSON.stringify(action)},`;
  return parameters.length === 0 ? name : `${name}"params":[${parameters.map(text).join(',')}],`;
}

function headerOf(
  { graph, known, formals, behaviours }: ExportedGraph,
  { numbers }: Numbering,
  modelValues: readonly string[],
): GraphHeader {
  return {
    graph: 1,
    ...(graph.name === '' ? {} : { module: graph.name }),
    variables: graph.variables,
    states: graph.size,
    initial: known.initial ? graph.initial.length : null,
    steps: known.steps ? graph.targets.length : null,
    parameters: known.parameters,
    exact: known.values,
    complete: known.complete,
    modelValues,
    ...(formals.size === 0 ? {} : { formals: Object.fromEntries(formals) }),
    ...(behaviours.length === 0
      ? {}
      : {
          behaviours: behaviours.map(({ states, loop }) => ({
            states: states.map((state) => numbers[state] as number),
            ...(loop === undefined ? {} : { loop }),
          })),
        }),
  };
}
