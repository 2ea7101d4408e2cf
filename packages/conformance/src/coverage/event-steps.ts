import type { StateGraph } from '@synod/spec';
import { isAsObserved } from '../trace/bind.js';
import { labelsAnswering } from '../trace/graph-space.js';
import { anyStep } from '../trace/matcher.js';
import type { Validation } from '../trace/validate.js';

/** Visits a step: its index in the graph, -1 for none, and the state after it. */
export type VisitStep = (step: number, to: number) => void;

/** Which steps of a graph a trace allows. */
export interface EventSteps {
  /** The hidden steps from a state. */
  hidden(state: number, visit: VisitStep): void;
  /** The steps from a state that may be an event of a kind. */
  event(kind: number, state: number, visit: VisitStep): void;
}

/** The steps that the events of a trace may be, and those that nobody logged. */
export function eventSteps({ trace, search }: Validation, graph: StateGraph): EventSteps {
  const { kinds } = search.binder;
  const hiddenNames = new Set(trace.header.hidden);
  const hiddenLabels = Uint8Array.from(graph.labels, ({ action }) => (hiddenNames.has(action) ? 1 : 0));
  const answers: Uint8Array[] = [];
  const observed: Map<number, boolean>[] = [];
  const visitSteps = (labels: Uint8Array, state: number, visit: VisitStep): void => {
    const end = graph.offsets[state + 1] as number;
    for (let step = graph.offsets[state] as number; step < end; step++) {
      if (labels[graph.stepLabels[step] as number] === 1) visit(step, graph.targets[step] as number);
    }
  };
  return {
    hidden(state, visit) {
      if (hiddenNames.size > 0) visitSteps(hiddenLabels, state, visit);
    },
    event(kind, state, visit) {
      const { question, checks } = kinds[kind] as (typeof kinds)[number];
      const known = (observed[kind] ??= new Map<number, boolean>());
      const isObserved = (after: number): boolean => {
        const found = known.get(after) ?? isAsObserved(checks, after);
        known.set(after, found);
        return found;
      };
      if (question === undefined && isObserved(state)) visit(-1, state);
      visitSteps((answers[kind] ??= labelsAnswering(graph, question ?? anyStep)), state, (step, to) => {
        if (isObserved(to)) visit(step, to);
      });
    },
  };
}
