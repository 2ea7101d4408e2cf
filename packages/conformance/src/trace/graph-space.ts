import type { StateGraph } from '@synod/spec';
import type { TlaValue } from '@synod/tla';
import { matches } from './pattern.js';
import type { ActionVocabulary, SpaceStep, StateSpace, StepQuestion } from './space.js';

/** What is known of a graph beside its states and steps. */
export interface GraphSpaceOptions {
  /** Whether its labels carry the parameters of the actions. */
  readonly parameters: boolean;
  /** The names of the actions' parameters, as far as they are known. */
  readonly formals?: ReadonlyMap<string, readonly string[]>;
  /** Operators without arguments: the value of each in a state. */
  readonly operators?: ReadonlyMap<string, (state: number) => TlaValue>;
}

/** The states and steps of a graph, as TLC exported it or the explorer found it. */
export function graphSpace(graph: StateGraph, options: GraphSpaceOptions): StateSpace {
  const wanted = new WeakMap<StepQuestion, Uint8Array>();
  const answers = (question: StepQuestion): Uint8Array => {
    const known = wanted.get(question);
    if (known !== undefined) return known;
    const chosen = labelsAnswering(graph, question);
    wanted.set(question, chosen);
    return chosen;
  };
  return {
    name: graph.name,
    variables: graph.variables,
    actions: vocabulary(graph, options),
    initial: graph.initial,
    values: (state) => graph.values(state),
    *steps(state, question): Iterable<SpaceStep> {
      const chosen = answers(question);
      const end = graph.offsets[state + 1] as number;
      for (let step = graph.offsets[state] as number; step < end; step++) {
        const label = graph.stepLabels[step] as number;
        if (chosen[label] !== 1) continue;
        yield { label: graph.labels[label] as SpaceStep['label'], to: graph.targets[step] as number };
      }
    },
    parameters: (question) => {
      const chosen = answers(question);
      return graph.labels.flatMap((label, i) => (chosen[i] === 1 ? [label.parameters] : []));
    },
    operator: (name) => options.operators?.get(name),
    operators: options.operators && [...options.operators.keys()],
  };
}

/** For each label of a graph, 1 if steps with it answer a question. */
export function labelsAnswering({ labels }: Pick<StateGraph, 'labels'>, question: StepQuestion): Uint8Array {
  return Uint8Array.from(labels, ({ action, parameters }) =>
    (question.action === undefined || question.action === action) &&
    question.parameters.every((pattern, i) => {
      const value = parameters[i];
      return pattern === undefined || (value !== undefined && matches(pattern, value));
    })
      ? 1
      : 0,
  );
}

/** The actions that label steps, and those whose parameters are known otherwise. */
function vocabulary(
  graph: StateGraph,
  { parameters, formals }: GraphSpaceOptions,
): ReadonlyMap<string, ActionVocabulary> {
  const actions = new Map<string, ActionVocabulary>();
  for (const [name, names] of formals ?? []) {
    actions.set(name, { formals: names, arity: parameters ? names.length : undefined });
  }
  for (const label of graph.labels) {
    if (label.action === '') continue;
    const names = formals?.get(label.action);
    const arity = label.parameters.length;
    // Names that do not fit what the labels carry are those of another definition.
    const fit = !parameters || names?.length === arity;
    actions.set(label.action, { formals: fit ? names : undefined, arity: parameters ? arity : undefined });
  }
  return actions;
}
