import type { StateGraph } from '@synod/spec';
import { isTuple, type Json, nameOf, TlaFunction, TlaSet, type TlaValue } from '@synod/tla';
import type { Random } from '../../../tla/fuzz/random.js';
import { chance, shuffled, some } from './chance.js';
import type { JsonObject, Payload } from './lines.js';
import { observe } from './observe.js';
import type { OracleSpace } from './steps.js';

/** What random traces are made of: a specification, and what its values look like. */
export interface Material extends OracleSpace {
  /** The module, as a trace names it. */
  readonly spec: string;
  readonly constants?: JsonObject;
  readonly model?: string;
  /** The numbers of the labels of each action. */
  readonly labelsOf: ReadonlyMap<string, readonly number[]>;
  /** The numbers, names and truth values within each variable, as JSON: some of them. */
  readonly leaves: ReadonlyMap<string, readonly Json[]>;
}

/** What is needed to make traces of a graph. */
export interface MaterialSource extends OracleSpace {
  readonly constants?: JsonObject;
  readonly model?: string;
}

export function material(source: MaterialSource): Material {
  const { graph } = source;
  const labelsOf = new Map<string, number[]>();
  graph.labels.forEach(({ action }, label) => {
    labelsOf.set(action, [...(labelsOf.get(action) ?? []), label]);
  });
  return { ...source, spec: graph.name, labelsOf, leaves: leavesOf(graph) };
}

/** From a hundred states, evenly spread. */
function leavesOf(graph: StateGraph): ReadonlyMap<string, readonly Json[]> {
  const found = graph.variables.map(() => new Set<Json>());
  const stride = Math.max(1, Math.floor(graph.size / 100));
  for (let state = 0; state < graph.size; state += stride) {
    graph.values(state).forEach((value, index) => collect(value, found[index] as Set<Json>));
  }
  return new Map(graph.variables.map((name, index) => [name, [...(found[index] as Set<Json>)]]));
}

function collect(value: TlaValue, into: Set<Json>): void {
  if (typeof value === 'symbol') into.add(nameOf(value));
  else if (typeof value === 'bigint') return;
  else if (typeof value !== 'object') into.add(value);
  else {
    const inner =
      value instanceof TlaSet
        ? value.elements
        : value instanceof TlaFunction
          ? value.values
          : isTuple(value)
            ? value
            : Object.values(value);
    for (const one of inner) collect(one, into);
  }
}

/** The steps from a state. */
export function stepsOf(
  graph: StateGraph,
  state: number,
): readonly { readonly label: number; readonly to: number }[] {
  const [start, end] = [graph.offsets[state] as number, graph.offsets[state + 1] as number];
  return Array.from(graph.targets.subarray(start, end), (to, index) => ({
    label: graph.stepLabels[start + index] as number,
    to,
  }));
}

/** The action of a label, and all of its parameters, some or none. */
export function labelled(
  { graph, formals }: Material,
  label: number,
  random: Random,
): Pick<Payload, 'action' | 'params'> {
  const { action, parameters } = graph.labels[label] as StateGraph['labels'][number];
  const values = parameters.map((value) => observe(random, value));
  const names = formals.get(action);
  if (chance(random, 15)) return { action };
  if (names === undefined || chance(random, 20)) return { action, params: values };
  const seen = some(random, shuffled(random, [...names.entries()]), 80);
  return { action, params: Object.fromEntries(seen.map(([place, name]) => [name, values[place] ?? 0])) };
}

/** What is said of some variables, of one at least. */
export function observation({ graph }: Material, state: number, random: Random): JsonObject {
  const values = [...graph.values(state).entries()];
  const picked = chance(random, 10) ? values : some(random, values, 30);
  const seen = picked.length > 0 ? picked : [random.pick(values)];
  return Object.fromEntries(
    shuffled(random, seen).map(([index, value]) => [
      graph.variables[index] as string,
      observe(random, value),
    ]),
  );
}
