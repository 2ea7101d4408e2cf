import { type ErrorTrace, fromJson, parseErrorTrace, type TlaValue, type TraceStep } from '@synod/tla';
import type { ExportedGraph, GraphSource, LabelMeaning } from './exported-graph.js';
import { traceDraft } from './trace-draft.js';

/**
 * Reads an error trace that TLC wrote with `-dumpTrace json FILE`. Its values are not quite those of the
 * specification: sets, tuples and empty functions are all tuples here, and model values are strings, but for those given.
 */
export function readErrorTraceGraph(text: string, source: GraphSource): ExportedGraph {
  const { file, modelValues } = source;
  const trace = parseErrorTrace(text, file);
  const value = (json: unknown): TlaValue => fromJson(json, { modelValues, place: { file } });
  const variables = source.variables ?? trace.variables.toSorted();
  const states = trace.states.map(({ values }) => variables.map((name) => value(values[name])));
  const label = (step: TraceStep): LabelMeaning => ({
    action: step.action,
    parameters: hasArguments(step) ? step.parameters.map((name) => value(step.arguments[name])) : [],
  });
  const draft = traceDraft(source.module, variables);
  draft.begin(states[0] as readonly TlaValue[]);
  trace.steps.forEach((step) => {
    if (step.to > step.from) draft.step(label(step), states[step.to - 1] as readonly TlaValue[]);
    else draft.loop(step.to - 1, label(step));
  });
  return {
    kind: 'error-trace',
    ...draft.finish(),
    known: {
      initial: true,
      steps: true,
      parameters: trace.steps.some((step) => step.parameters.length > 0 && hasArguments(step)),
      values: false,
      complete: false,
    },
    formals: formalsOf(trace),
    warnings: [
      'sets, tuples and empty functions are all tuples in a JSON error trace, and model values are strings: ' +
        "TLC's own output has them as they are",
    ],
  };
}

function hasArguments(step: TraceStep): boolean {
  return step.parameters.every((name) => Object.hasOwn(step.arguments, name));
}

function formalsOf({ steps }: ErrorTrace): ReadonlyMap<string, readonly string[]> {
  const named = steps.filter(({ parameters }) => parameters.length > 0);
  return new Map(named.map(({ action, parameters }) => [action, parameters]));
}
