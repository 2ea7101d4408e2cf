import { InputError, type Place } from './error.js';
import type { Json } from './json.js';
import { parseJson } from './parse-json.js';

/** A state of an error trace. Its values are JSON as TLC writes it, see {@link resembles}. */
export interface TraceState {
  /** Its place in the trace, from 1. */
  readonly number: number;
  readonly values: { readonly [variable: string]: Json };
}

/** A step of an error trace. */
export interface TraceStep {
  /** The numbers of the states. The last step of a lasso leads back. */
  readonly from: number;
  readonly to: number;
  readonly action: string;
  /** The action's arguments by the names of its parameters, as far as TLC knows them. */
  readonly arguments: { readonly [parameter: string]: Json };
  /** Names of the parameters, in their order. */
  readonly parameters: readonly string[];
  /** The module that defines the action, and the line it begins at. */
  readonly module: string | undefined;
  readonly line: number | undefined;
}

/** A behaviour that violates something, as `-dumpTrace json FILE` of today's TLC writes it. */
export interface ErrorTrace {
  readonly variables: readonly string[];
  readonly states: readonly TraceState[];
  readonly steps: readonly TraceStep[];
  /** For a lasso, the number of the state that the behaviour returns to for ever. */
  readonly loop: number | undefined;
}

/**
 * Reads an error trace, with its level `counterexample` or, as earlier versions wrote it, without.
 *
 * @param file the file's name, for messages
 * @throws InputError if it is no such trace, or its states and steps do not fit together
 */
export function parseErrorTrace(text: string, file?: string): ErrorTrace {
  const place: Place = { file };
  const root = fields(parseJson(text, place), '$', place);
  const nested = root['counterexample'];
  const path = nested === undefined ? '$' : '$.counterexample';
  const trace = nested === undefined ? root : fields(nested, path, place);
  const states = list(trace['state'], `${path}.state`, place).map((state, index) =>
    readState(state, index + 1, `${path}.state[${index}]`, place),
  );
  const steps = list(trace['action'], `${path}.action`, place).map((step, index) =>
    readStep(step, index + 1, states.length, `${path}.action[${index}]`, place),
  );
  if (states.length === 0) throw bad('The trace has no state', `${path}.state`, place);
  const last = steps.at(-1);
  const loop = last !== undefined && last.to <= last.from ? last.to : undefined;
  const expected = states.length - 1 + (loop === undefined ? 0 : 1);
  if (steps.length !== expected) {
    throw bad(`${states.length} states have ${steps.length} steps between them`, `${path}.action`, place);
  }
  return { variables: readVariables(root['vars'] ?? trace['vars'], states, place), states, steps, loop };
}

function readVariables(names: Json | undefined, states: readonly TraceState[], place: Place): string[] {
  const first = Object.keys(states[0]?.values ?? {});
  const variables =
    names === undefined ? first : list(names, '$.vars', place).map((name) => string(name, '$.vars', place));
  for (const { number, values } of states) {
    const missing = variables.find((name) => !Object.hasOwn(values, name));
    if (missing !== undefined) throw bad(`State ${number} lacks ${missing}`, '$', place);
  }
  return variables;
}

function readState(json: Json, expected: number, path: string, place: Place): TraceState {
  const [number, values] = list(json, path, place);
  if (number !== expected) throw bad(`Expected state ${expected}`, path, place);
  return { number, values: fields(values, `${path}[1]`, place) };
}

function readStep(json: Json, expected: number, states: number, path: string, place: Place): TraceStep {
  const [before, description, after] = list(json, path, place);
  const [from] = list(before, `${path}[0]`, place);
  const [to] = list(after, `${path}[2]`, place);
  if (from !== expected || typeof to !== 'number' || !(to === from + 1 || (to >= 1 && to <= from))) {
    throw bad(`Expected a step from state ${expected} to the next, or back`, path, place);
  }
  if (!Number.isInteger(to) || to > states) throw bad(`There is no state ${to}`, path, place);
  const action = fields(description, `${path}[1]`, place);
  const location = fields(action['location'] ?? {}, `${path}[1].location`, place);
  const { module, beginLine } = location as { readonly [name: string]: Json | undefined };
  return {
    from,
    to,
    action: string(action['name'], `${path}[1].name`, place),
    arguments: fields(action['context'] ?? {}, `${path}[1].context`, place),
    parameters: list(action['parameters'] ?? [], `${path}[1].parameters`, place).map((name) =>
      string(name, `${path}[1].parameters`, place),
    ),
    module: typeof module === 'string' ? module : undefined,
    line: typeof beginLine === 'number' ? beginLine : undefined,
  };
}

function fields(json: Json | undefined, path: string, place: Place): { readonly [name: string]: Json } {
  if (typeof json === 'object' && json !== null && !isList(json)) return json;
  throw bad('Expected an object', path, place);
}

function list(json: Json | undefined, path: string, place: Place): readonly Json[] {
  if (isList(json)) return json;
  throw bad('Expected an array', path, place);
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

function string(json: Json | undefined, path: string, place: Place): string {
  if (typeof json === 'string') return json;
  throw bad('Expected a string', path, place);
}

function bad(message: string, path: string, place: Place): InputError {
  const advice = 'This is no error trace that TLC wrote with -dumpTrace json';
  return new InputError('error-trace', `${message} (at ${path}). ${advice}.`, place);
}
