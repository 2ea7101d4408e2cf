import type { Label, Paths, StateGraph } from '@synod/spec';
import type { TlaValue } from '@synod/tla';
import type { Path, StateValues } from './divergence.js';

/** A state of a graph by the names of its variables. */
export function stateValues(graph: StateGraph, state: number): StateValues {
  return named(graph.variables, graph.values(state));
}

/** These values by the names of their variables. */
export function named(variables: readonly string[], values: readonly TlaValue[]): StateValues {
  return Object.fromEntries(variables.map((variable, index) => [variable, values[index] as TlaValue]));
}

/** A shortest behaviour to a state. */
export function pathTo(graph: StateGraph, paths: Paths, state: number): Path {
  const steps = paths.to(state);
  const labelled = steps.map((step) => ({
    label: graph.labels[graph.stepLabels[step] as number] as Label,
    state: graph.targets[step] as number,
  }));
  return {
    initial: stateValues(graph, paths.start(state)),
    steps: labelled.map((step) => ({ label: step.label, state: stateValues(graph, step.state) })),
  };
}
