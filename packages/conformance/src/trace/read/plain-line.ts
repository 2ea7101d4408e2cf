import type { EventLine, HeaderLine } from './line-schema.js';

// Whether a line is right, decided without its schema, which takes long to load. The schema has the last word, and the
// words, on all that is not plain; a test holds the two to each other.

type Check = (value: unknown) => boolean;

const isName: Check = (value) => typeof value === 'string' && value !== '';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAnything: Check = () => true;

const headerFields: { readonly [field: string]: Check } = {
  trace: (value) => value === 1,
  spec: isName,
  constants: isObject,
  model: isName,
  init: isObject,
  hidden: (value) => Array.isArray(value) && value.every(isName),
  order: (value) => value === 'total' || value === 'clock' || value === 'interval',
  meta: isAnything,
};

const eventFields: { readonly [field: string]: Check } = {
  action: isName,
  params: (value) => typeof value === 'object' && value !== null,
  state: isObject,
  derived: isObject,
  process: isName,
  seq: isCount,
  clock: (value) => isObject(value) && Object.values(value).every(isCount),
  start: Number.isFinite,
  end: Number.isFinite,
  meta: isAnything,
};

/** Whether this is certainly a header as the schema has it. */
export function isPlainHeader(json: unknown): json is HeaderLine {
  return isObject(json) && areRight(json, headerFields) && 'trace' in json && 'spec' in json;
}

/** Whether this is certainly an event as the schema has it. */
export function isPlainEvent(json: unknown): json is EventLine {
  if (!isObject(json) || !areRight(json, eventFields)) return false;
  const { action, params, state, derived } = json as EventLine;
  if (action !== undefined) return true;
  return params === undefined && (isNotEmpty(state) || isNotEmpty(derived));
}

function areRight(json: object, fields: { readonly [field: string]: Check }): boolean {
  return Object.entries(json).every(
    ([field, value]) => Object.hasOwn(fields, field) && (fields[field] as Check)(value),
  );
}

function isNotEmpty(named: object | undefined): boolean {
  return named !== undefined && Object.keys(named).length > 0;
}
