import { InputError, type Place } from './error.js';
import { integer } from './expand.js';
import { mapping, TlaFunction } from './function.js';
import { isTuple } from './key.js';
import { deepest } from './parse-value.js';
import { set, TlaSet } from './set.js';
import { modelValue, nameOf, type TlaValue } from './value.js';

/** What JSON.parse gives. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * A value in the JSON of Apalache's Informal Trace Format, as the execution traces have it. Strings and model
 * values both become strings, so {@link fromJson} cannot tell them apart unless it is told the model values.
 */
export function toJson(value: TlaValue): Json {
  if (typeof value === 'symbol') return nameOf(value);
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : { '#bigint': String(value) };
  }
  if (typeof value !== 'object') return value;
  if (value instanceof TlaSet) return { '#set': value.elements.map(toJson) };
  if (value instanceof TlaFunction) return functionToJson(value.domain, value.values);
  if (isTuple(value)) return value.map(toJson);
  return functionToJson(Object.keys(value), Object.values(value));
}

function functionToJson(domain: readonly TlaValue[], values: readonly TlaValue[]): Json {
  if (domain.every((argument, index) => argument === index + 1)) return values.map(toJson);
  const names = domain.map(fieldName);
  const plain = names.filter((name) => name !== undefined);
  const isObject = plain.length === names.length && new Set(plain).size === plain.length;
  if (isObject) return Object.fromEntries(plain.map((name, i) => [name, toJson(values[i] as TlaValue)]));
  return { '#map': domain.map((argument, i) => [toJson(argument), toJson(values[i] as TlaValue)]) };
}

/** The name under which a function's argument stands in a JSON object; nothing if it cannot. */
function fieldName(argument: TlaValue): string | undefined {
  const name =
    typeof argument === 'string' ? argument : typeof argument === 'symbol' ? nameOf(argument) : undefined;
  return name?.startsWith('#') === true ? undefined : name;
}

/** How JSON is read. */
export interface FromJsonOptions {
  /** Names that are model values wherever they stand; all other strings are strings. */
  readonly modelValues?: ReadonlySet<string> | undefined;
  /** Where the JSON stands, for messages. */
  readonly place?: Place | undefined;
}

/**
 * The value that a JSON text of the Informal Trace Format stands for, after JSON.parse: `{"#set": […]}`,
 * `{"#tup": […]}` or `[…]`, `{"#map": [[argument, value], …]}`, `{"#bigint": "…"}`; any other object is a
 * record.
 *
 * @throws InputError for what is not in that format, naming the path to it, such as `$.votes[0]`
 */
export function fromJson(json: unknown, options: FromJsonOptions = {}): TlaValue {
  return read(json, '$', 1, options);
}

function read(json: unknown, path: string, depth: number, options: FromJsonOptions): TlaValue {
  const fail = (message: string): never => {
    throw new InputError('json-value', `${message} (at ${path})`, options.place);
  };
  if (depth > deepest) return fail(`The value is nested deeper than ${deepest} levels`);
  if (typeof json === 'boolean') return json;
  if (typeof json === 'string') return options.modelValues?.has(json) === true ? modelValue(json) : json;
  if (typeof json === 'number') {
    // Minus zero, which JSON can write, is zero.
    if (Number.isSafeInteger(json)) return json + 0;
    return fail(`${json} is no exact integer: write {"#bigint": "…"}`);
  }
  if (Array.isArray(json)) return readAll(json, path, depth, options);
  if (typeof json === 'object' && json !== null) return readObject(json, path, depth, options);
  return fail(`${json === null ? 'null' : typeof json} is no value of TLA+`);
}

function readAll(
  json: readonly unknown[],
  path: string,
  depth: number,
  options: FromJsonOptions,
): readonly TlaValue[] {
  return json.map((element, index) => read(element, `${path}[${index}]`, depth + 1, options));
}

function readObject(json: object, path: string, depth: number, options: FromJsonOptions): TlaValue {
  const fields: (readonly [string, unknown])[] = Object.entries(json);
  const fail = (message: string): never => {
    throw new InputError('json-value', `${message} (at ${path})`, options.place);
  };
  const [first] = fields;
  const tag = fields.find(([name]) => name.startsWith('#'))?.[0];
  if (tag === undefined || first === undefined) {
    const values = fields.map(
      ([name, value]) => [name, read(value, `${path}.${name}`, depth + 1, options)] as const,
    );
    const { modelValues } = options;
    if (!modelValues || !values.some(([name]) => modelValues.has(name))) return Object.fromEntries(values);
    return mapping(values.map(([name, value]) => [modelValues.has(name) ? modelValue(name) : name, value]));
  }
  if (fields.length > 1) return fail(`An object with ${tag} must have nothing else`);
  const content = first[1];
  if (tag === '#bigint') {
    if (typeof content === 'string' && /^-?\d{1,10000}$/.test(content)) return integer(BigInt(content));
    return fail('#bigint must be a string of digits');
  }
  if (!Array.isArray(content)) return fail(`${tag} must have an array`);
  if (tag === '#tup') return readAll(content, path, depth, options);
  if (tag === '#set') return set(readAll(content, path, depth, options));
  if (tag === '#map') return readMap(content, path, depth, options);
  return fail(`${tag} is not known here`);
}

function readMap(json: readonly unknown[], path: string, depth: number, options: FromJsonOptions): TlaValue {
  const pairs = readAll(json, path, depth, options).map((pair, index) => {
    const [argument, value] = isTuple(pair) ? pair : [];
    if (isTuple(pair) && pair.length === 2 && argument !== undefined && value !== undefined) {
      return [argument, value] as const;
    }
    throw new InputError('json-value', `#map has pairs only (at ${path}[${index}])`, options.place);
  });
  const result = mapping(pairs);
  if (result.domain.length === pairs.length) return result;
  throw new InputError('json-value', `#map has one argument twice (at ${path})`, options.place);
}
