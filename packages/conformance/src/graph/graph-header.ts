import { InputError, type Place } from '@synod/tla';
import type { GraphHeader } from './state-graph-format.js';

/** The fields of a JSON object. */
export type Fields = { readonly [name: string]: unknown };

/**
 * The fields of a line, if it is an object with no others than these.
 *
 * @throws InputError
 */
export function fieldsOf(json: unknown, what: string, allowed: readonly string[], place: Place): Fields {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw wrong(`${what} must be an object`, place);
  }
  const other = Object.keys(json).find((name) => !allowed.includes(name));
  if (other !== undefined) throw wrong(`${what} has a field ${shown(other)}, which is not known here`, place);
  return json as Fields;
}

/** JSON in a message: in one line, and not more of it than helps. */
export function shown(json: unknown): string {
  const text = json === undefined ? 'nothing' : JSON.stringify(json);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** An error in a state graph. */
export function wrong(what: string, place: Place): InputError {
  return new InputError('state-graph', `${what}.`, place);
}

/** Whether something is a whole number from 0, and below `end`. */
export function isIndex(value: unknown, end: number = Number.POSITIVE_INFINITY): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < end;
}

const known: readonly (keyof GraphHeader)[] = [
  'graph',
  'module',
  'variables',
  'states',
  'initial',
  'steps',
  'parameters',
  'exact',
  'complete',
  'modelValues',
  'formals',
  'behaviours',
];

/**
 * The header of a state graph.
 *
 * @throws InputError that names the field which is wrong
 */
export function readHeader(json: unknown, place: Place): GraphHeader {
  if (typeof json !== 'object' || json === null || !('graph' in json)) {
    throw wrong('The header must be an object with "graph": 1', place);
  }
  if (json.graph !== 1) {
    throw wrong(`The header has "graph": ${shown(json.graph)}, and only version 1 is known here`, place);
  }
  const fields = fieldsOf(json, 'The header', known, place);
  const check = (field: keyof GraphHeader, fits: boolean, what: string): void => {
    if (!fits) throw wrong(`The header's "${field}" must be ${what}`, place);
  };
  const { module, variables, states, initial, steps, modelValues, formals, behaviours } = fields;
  check('module', module === undefined || typeof module === 'string', 'a string');
  check('variables', isNames(variables) && new Set(variables).size === variables.length, 'distinct names');
  check('states', isIndex(states), 'a whole number');
  check('initial', initial === null || isIndex(initial), 'a whole number, or null');
  check('steps', steps === null || isIndex(steps), 'a whole number, or null');
  for (const field of ['parameters', 'exact', 'complete'] as const) {
    check(field, typeof fields[field] === 'boolean', 'true or false');
  }
  check('modelValues', isNames(modelValues), 'a list of names');
  const actions = typeof formals === 'object' && formals !== null ? Object.values(formals) : undefined;
  check('formals', formals === undefined || actions?.every(isNames) === true, 'lists of names by action');
  check(
    'behaviours',
    behaviours === undefined ||
      (Array.isArray(behaviours) && behaviours.every((b) => isBehaviour(b, states))),
    'a list of {"states": […], "loop": …} whose numbers exist',
  );
  return fields as unknown as GraphHeader;
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string' && name !== '');
}

function isBehaviour(value: unknown, size: unknown): boolean {
  if (typeof value !== 'object' || value === null || typeof size !== 'number') return false;
  const { states, loop } = value as Fields;
  if (!Array.isArray(states) || states.length === 0) return false;
  return (
    states.every((state) => isIndex(state, size)) && (loop === undefined || isIndex(loop, states.length))
  );
}
