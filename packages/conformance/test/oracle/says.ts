import { type Json, TlaFunction, TlaSet, type TlaValue } from '@synod/tla';
import type { JsonObject } from './lines.js';

/** Whether a value is as an observation says: the section "Values" of the trace format, sentence by sentence. */
export function says(json: Json, value: TlaValue): boolean {
  if (!isObject(json)) return is(json, value);
  if ('#contains' in json) {
    return (
      value instanceof TlaSet &&
      list(json['#contains']).every((wanted) => value.elements.some((element) => says(wanted, element)))
    );
  }
  if ('#map' in json) {
    return list(json['#map']).every((pair) => saysAt(value, list(pair)[0] as Json, list(pair)[1] as Json));
  }
  if (hasTag(json)) return is(json, value);
  return Object.entries(json).every(([name, inner]) => saysAt(value, name, inner));
}

/** Whether a function is as an observation says at one argument. */
function saysAt(value: TlaValue, argument: Json, inner: Json): boolean {
  return pairs(value)?.some(([at, found]) => is(argument, at) && says(inner, found)) === true;
}

/** Whether a value is exactly the one that is written. */
function is(json: Json, value: TlaValue): boolean {
  if (typeof json === 'string') {
    return typeof value === 'symbol' ? value.description === json : value === json;
  }
  if (typeof json === 'number') return isInteger(value) && BigInt(json) === BigInt(value);
  if (typeof json === 'boolean') return value === json;
  if (Array.isArray(json)) return isSequence(json as readonly Json[], value);
  const object = json as JsonObject;
  if ('#bigint' in object) return isInteger(value) && BigInt(object['#bigint'] as string) === BigInt(value);
  if ('#tup' in object) return isSequence(list(object['#tup']), value);
  if ('#set' in object) {
    if (!(value instanceof TlaSet)) return false;
    const written = list(object['#set']);
    return (
      written.every((one) => value.elements.some((element) => is(one, element))) &&
      value.elements.every((element) => written.some((one) => is(one, element)))
    );
  }
  if ('#map' in object) return isFunction(list(object['#map']) as readonly [Json, Json][], value);
  return isFunction(Object.entries(object), value);
}

function isSequence(elements: readonly Json[], value: TlaValue): boolean {
  return isFunction(
    elements.map((element, index) => [index + 1, element]),
    value,
  );
}

function isFunction(written: readonly (readonly [Json, Json])[], value: TlaValue): boolean {
  const found = pairs(value);
  return (
    found !== undefined &&
    found.length === written.length &&
    written.every(([argument, inner]) => found.some(([at, one]) => is(argument, at) && is(inner, one)))
  );
}

/** A function, tuple or record as its pairs of argument and value. */
function pairs(value: TlaValue): readonly (readonly [TlaValue, TlaValue])[] | undefined {
  if (typeof value !== 'object' || value instanceof TlaSet) return undefined;
  if (value instanceof TlaFunction)
    return value.domain.map((at, i) => [at, value.values[i] as TlaValue] as const);
  if (Array.isArray(value)) return value.map((element: TlaValue, index) => [index + 1, element] as const);
  return Object.entries(value);
}

function isInteger(value: TlaValue): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function isObject(json: Json): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function hasTag(json: JsonObject): boolean {
  return Object.keys(json).some((name) => name.startsWith('#'));
}

function list(json: Json | undefined): readonly Json[] {
  return json as readonly Json[];
}
