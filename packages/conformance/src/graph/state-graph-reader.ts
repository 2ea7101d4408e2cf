import { GraphBuilder } from '@synod/spec';
import { type Place, set, type TlaValue } from '@synod/tla';
import { boundedMemo } from './bounded-memo.js';
import { decode } from './encoding.js';
import type { ExportedGraph, GraphKind } from './exported-graph.js';
import { type Fields, fieldsOf, isIndex, readHeader, shown, wrong } from './graph-header.js';
import type { GraphHeader } from './state-graph-format.js';

/** Puts a graph together from the parts of a state graph file. */
export interface StateGraphReader {
  state(json: unknown, place: Place): void;
  step(json: unknown, place: Place): void;
  /** At the end of the file. */
  finish(place: Place): ExportedGraph;
}

/**
 * A reader for what follows a header.
 *
 * @throws InputError, here and from the reader, for a part that is wrong, missing or too much
 */
export function stateGraphReader(json: unknown, kind: GraphKind, at: Place): StateGraphReader {
  const header = readHeader(json, at);
  const builder = new GraphBuilder(header.module ?? '', header.variables);
  const values = header.variables.map(() => valueMemo(header));
  const parameter = valueMemo(header);
  const initial = new Set<number>();
  let steps = 0;
  return {
    state(part, place) {
      const {
        state,
        initial: mark,
        values: byName,
      } = fieldsOf(part, 'A state', ['state', 'initial', 'values'], place);
      if (state !== builder.size) throw wrong(`Expected state ${builder.size}, found ${shown(state)}`, place);
      if (mark !== undefined && mark !== true) throw wrong('"initial" must be true, or absent', place);
      const fields = fieldsOf(byName, '"values"', header.variables, place);
      const missing = header.variables.find((name) => !Object.hasOwn(fields, name));
      if (missing !== undefined) throw wrong(`State ${state} lacks the variable ${shown(missing)}`, place);
      const number = builder.state(
        header.variables.map((name, index) => (values[index] as ValueMemo)(fields[name], place)),
      );
      if (number !== state) throw wrong(`State ${state} is the same as state ${number}`, place);
      if (mark === true) initial.add(number);
    },
    step(part, place) {
      const {
        from,
        action = '',
        params = [],
        to,
      } = fieldsOf(part, 'A step', ['from', 'action', 'params', 'to'], place);
      if (typeof action !== 'string') throw wrong('"action" must be a string', place);
      if (!Array.isArray(params)) throw wrong('"params" must be an array', place);
      for (const [field, state] of Object.entries({ from, to })) {
        if (!isIndex(state, builder.size)) {
          throw wrong(`"${field}" is ${shown(state)}, and there is no such state`, place);
        }
      }
      const parameters = params.map((json_: unknown) => parameter(json_, place));
      builder.step(from as number, builder.label(action, parameters), to as number);
      steps++;
    },
    finish(place) {
      compare('states', builder.size, header.states, place);
      compare('steps', steps, header.steps ?? 0, place);
      compare('initial states', initial.size, header.initial ?? 0, place);
      for (const state of initial) builder.initial(state);
      return exportedOf(header, builder, kind);
    },
  };
}

function compare(what: string, found: number, said: number, place: Place): void {
  if (found !== said)
    throw wrong(`There are ${found} ${what}, and ${said} in the header: the file is not whole`, place);
}

function exportedOf(header: GraphHeader, builder: GraphBuilder, kind: GraphKind): ExportedGraph {
  const { initial, steps, parameters, exact, complete, formals = {}, behaviours = [] } = header;
  return {
    kind,
    graph: builder.build(),
    known: { initial: initial !== null, steps: steps !== null, parameters, values: exact, complete },
    formals: new Map(Object.entries(formals)),
    behaviours: behaviours.map(({ states, loop }) => ({ states, loop })),
    warnings: [],
  };
}

type ValueMemo = (json: unknown, place: Place) => TlaValue;

/** No value is nested deeper than this; each level of one may be two of JSON. */
const deepest = 1000;

/** Reads values; what was read before, elements of sets included, is the same object again. */
function valueMemo({ modelValues }: GraphHeader): ValueMemo {
  const names = new Set(modelValues);
  // What is being read, so that it need not be parsed again from the text that it is remembered by.
  let current: { readonly json: unknown; readonly place: Place } = { json: 0, place: {} };
  const remembered = boundedMemo(
    (_: string) => decode(current.json, names, current.place),
    (text) => text.length,
  );
  const read = (json: unknown, place: Place): TlaValue => {
    const elements = elementsOf(json);
    if (elements !== undefined) return set(elements.map((element) => read(element, place)));
    current = { json, place };
    return remembered(JSON.stringify(json));
  };
  return (json, place) => {
    if (isDeeper(json, deepest)) throw wrong(`A value is nested deeper than ${deepest} levels`, place);
    return read(json, place);
  };
}

function elementsOf(json: unknown): readonly unknown[] | undefined {
  if (typeof json !== 'object' || json === null || !('#set' in json)) return undefined;
  const { '#set': elements, ...more } = json;
  return Array.isArray(elements) && Object.keys(more).length === 0 ? elements : undefined;
}

function isDeeper(json: unknown, levels: number): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return levels === 0 || Object.values(json).some((part) => isDeeper(part, levels - 1));
}

/** Tells a line of a state from one of a step. */
export function isStateLine(json: unknown): json is Fields {
  return typeof json === 'object' && json !== null && 'state' in json;
}
