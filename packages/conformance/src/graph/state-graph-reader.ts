import { GraphBuilder } from '@synod/spec';
import { type Place, set, type TlaValue } from '@synod/tla';
import { boundedMemo } from './bounded-memo.js';
import { decode } from './encoding.js';
import type { ExportedGraph, GraphKind } from './exported-graph.js';
import { type Fields, fieldsOf, isIndex, readHeader, shown, wrong } from './graph-header.js';
import { graphLineReader } from './graph-line-reader.js';
import type { GraphHeader } from './state-graph-format.js';

/** Puts a graph together from the parts of a state graph file. */
export interface StateGraphReader {
  /**
   * Reads a line that looks as this project writes it. False if it has not been read: then it is to be parsed, and
   * given to `state` or `step`.
   */
  line(text: string, place: Place): boolean;
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
  const lines = graphLineReader(header.variables, quickValues(header));
  let steps = 0;
  const add = (state: number, found: readonly TlaValue[], isInitial: boolean, place: Place): void => {
    const number = builder.state(found);
    if (number !== state) throw wrong(`State ${state} is the same as state ${number}`, place);
    if (isInitial) initial.add(number);
  };
  return {
    line(text, place) {
      const { size } = builder;
      const step = lines.step(text);
      if (step !== undefined) {
        if (step.from >= size || step.to >= size) return false;
        builder.step(step.from, step.label, step.to);
        steps++;
        return true;
      }
      const state = lines.state(text, size);
      if (state === undefined) return false;
      add(size, state.values, state.initial, place);
      return true;
    },
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
      const found = header.variables.map((name, index) => (values[index] as ValueMemo)(fields[name], place));
      add(builder.size, found, mark === true, place);
    },
    step(part, place) {
      const { from, action, params, to } = stepFields(part, builder.size, place);
      const parameters = params.map((json_) => parameter(json_, place));
      const label = builder.label(action, parameters);
      lines.learn(label);
      builder.step(from, label, to);
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

interface StepFields {
  readonly from: number;
  readonly action: string;
  readonly params: readonly unknown[];
  readonly to: number;
}

function stepFields(part: unknown, size: number, place: Place): StepFields {
  const {
    from,
    action = '',
    params = [],
    to,
  } = fieldsOf(part, 'A step', ['from', 'action', 'params', 'to'], place);
  if (typeof action !== 'string') throw wrong('"action" must be a string', place);
  if (!Array.isArray(params)) throw wrong('"params" must be an array', place);
  for (const [field, state] of Object.entries({ from, to })) {
    if (!isIndex(state, size))
      throw wrong(`"${field}" is ${shown(state)}, and there is no such state`, place);
  }
  return { from: from as number, action, params, to: to as number };
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

/** How deep a part of a value may be that is read from its text: sets around it are counted elsewhere. */
const quickDepth = 500;

/** The value of a text; undefined if it is to be read, or refused, with its line. */
function quickValues({ modelValues }: GraphHeader): (text: string) => TlaValue | undefined {
  const names = new Set(modelValues);
  return (text) => {
    try {
      const json: unknown = JSON.parse(text);
      return isDeeper(json, quickDepth) ? undefined : decode(json, names, {});
    } catch {
      return undefined;
    }
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
