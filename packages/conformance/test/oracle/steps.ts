import type { StateGraph } from '@synod/spec';
import type { Json, TlaValue } from '@synod/tla';
import type { EventLine, TraceLines } from './lines.js';
import { says } from './says.js';

/** What the specification is, to the oracle. */
export interface OracleSpace {
  readonly graph: StateGraph;
  /** The formal parameters of each action that is known. */
  readonly formals: ReadonlyMap<string, readonly string[]>;
  /** The operators without arguments: their values in each state. */
  readonly operators: ReadonlyMap<string, (state: number) => TlaValue>;
}

/** The initial states that are as every `init` says. */
export function initialStates(files: readonly TraceLines[], { graph }: OracleSpace): Set<number> {
  const inits = files.flatMap(({ header }) => Object.entries(header.init ?? {}));
  return new Set(
    graph.initial.filter((state) => inits.every(([name, json]) => says(json, variable(graph, state, name)))),
  );
}

function variable(graph: StateGraph, state: number, name: string): TlaValue {
  const index = graph.variables.indexOf(name);
  if (index < 0) throw new Error(`the oracle knows no variable ${name}`);
  return graph.values(state)[index] as TlaValue;
}

/** What follows from states. */
export interface Stepper {
  /** The states, and all that hidden steps lead to from them. */
  readonly withHidden: (states: ReadonlySet<number>) => ReadonlySet<number>;
  /** The states immediately after one event. */
  readonly after: (states: ReadonlySet<number>, event: number) => ReadonlySet<number>;
}

export function stepper(
  files: readonly TraceLines[],
  events: readonly EventLine[],
  { graph, formals, operators }: OracleSpace,
): Stepper {
  const hidden = new Set(files.flatMap(({ header }) => header.hidden ?? []));
  const observed = remembered((event, state) => {
    const { state: variables = {}, derived = {} } = events[event] as EventLine;
    return (
      Object.entries(variables).every(([name, json]) => says(json, variable(graph, state, name))) &&
      Object.entries(derived).every(([name, json]) => says(json, operator(operators, name)(state)))
    );
  });
  const labelled = remembered((event, label) => {
    const { action, params = {} } = events[event] as EventLine;
    if (action === undefined) return true;
    const { action: taken, parameters } = graph.labels[label] as StateGraph['labels'][number];
    if (taken !== action) return false;
    const places = Array.isArray(params)
      ? (params as readonly Json[]).map((json, place) => [place, json] as const)
      : Object.entries(params).map(([name, json]) => [formal(formals, action, name), json as Json] as const);
    return places.every(([place, json]) => says(json, parameters[place] as TlaValue));
  });
  return {
    withHidden(states) {
      const found = new Set(states);
      // A set that grows while it is walked is walked to its end.
      for (const state of found) {
        for (const { label, to } of stepsFrom(graph, state)) {
          if (hidden.has((graph.labels[label] as StateGraph['labels'][number]).action)) found.add(to);
        }
      }
      return found;
    },
    after(states, event) {
      const found = new Set<number>();
      for (const state of states) {
        for (const { label, to } of stepsFrom(graph, state)) {
          if (labelled(event, label) && observed(event, to)) found.add(to);
        }
        // An event without an action may be no step at all.
        if (events[event]?.action === undefined && observed(event, state)) found.add(state);
      }
      return found;
    },
  };
}

function operator(operators: OracleSpace['operators'], name: string): (state: number) => TlaValue {
  const found = operators.get(name);
  if (found === undefined) throw new Error(`the oracle knows no operator ${name}`);
  return found;
}

function formal(formals: OracleSpace['formals'], action: string, name: string): number {
  const place = formals.get(action)?.indexOf(name) ?? -1;
  if (place < 0) throw new Error(`the oracle knows no parameter ${name} of ${action}`);
  return place;
}

function stepsFrom(graph: StateGraph, state: number): readonly { label: number; to: number }[] {
  const [start, end] = [graph.offsets[state] as number, graph.offsets[state + 1] as number];
  return Array.from({ length: end - start }, (_, i) => ({
    label: graph.stepLabels[start + i] as number,
    to: graph.targets[start + i] as number,
  }));
}

/** The same answers, each found once: values are compared slowly here. */
function remembered(
  question: (event: number, number: number) => boolean,
): (event: number, number: number) => boolean {
  const answers = new Map<string, boolean>();
  return (event, number) => {
    const place = `${event} ${number}`;
    const known = answers.get(place) ?? question(event, number);
    answers.set(place, known);
    return known;
  };
}
