import {
  fromJson,
  isTuple,
  type Json,
  mapping,
  modelValue,
  nameOf,
  type Place,
  set,
  TlaFunction,
  TlaSet,
  type TlaValue,
  toJson,
} from '@synod/tla';
import type { GraphNames } from './names.js';

/** How the values of one graph are written, so that they can be read back as what they were. */
export interface Encoding {
  /** Strings that stand for the model values of these names, sorted. */
  readonly modelValues: readonly string[];
  encode(value: TlaValue): Json;
}

/**
 * The encoding for a graph with these names: the JSON of the Informal Trace Format, in which a model value is a
 * string. A model value whose name is also a string of the graph is written `{"#model": "a1"}`.
 */
export function encodingOf({ modelValues, strings }: GraphNames): Encoding {
  const ambiguous = new Set([...modelValues].filter((name) => strings.has(name)));
  const plain = [...modelValues].filter((name) => !ambiguous.has(name)).toSorted();
  if (ambiguous.size === 0) return { modelValues: plain, encode: plainJson };
  const encode = (value: TlaValue): Json => {
    if (typeof value === 'symbol' && ambiguous.has(nameOf(value))) return { '#model': nameOf(value) };
    if (typeof value !== 'object') return toJson(value);
    if (value instanceof TlaSet) return { '#set': value.elements.map(encode) };
    if (isTuple(value)) return value.map(encode);
    const pairs: [TlaValue, TlaValue][] =
      value instanceof TlaFunction
        ? value.domain.map((argument, index) => [argument, value.values[index] as TlaValue])
        : Object.entries(value);
    if (pairs.every(([argument], index) => argument === index + 1))
      return pairs.map(([, result]) => encode(result));
    const fields = pairs.map(([argument]) => encode(argument)).filter((field) => typeof field === 'string');
    if (fields.length === pairs.length && !fields.some((field) => field.startsWith('#'))) {
      return Object.fromEntries(fields.map((field, index) => [field, encode(pairs[index]?.[1] ?? 0)]));
    }
    return { '#map': pairs.map(([argument, result]) => [encode(argument), encode(result)]) };
  };
  return { modelValues: plain, encode: (value) => sorted(encode(value)) };
}

/** A value as JSON of the Informal Trace Format; the same text for the same value. */
export function plainJson(value: TlaValue): Json {
  return sorted(toJson(value));
}

/** The same JSON with the fields of objects by their names: TLC prints records in any order. */
function sorted(json: Json): Json {
  if (typeof json !== 'object' || json === null) return json;
  if (isList(json)) return json.map(sorted);
  const names = Object.keys(json).toSorted();
  return Object.fromEntries(names.map((name) => [name, sorted(json[name] ?? null)]));
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

/**
 * The value that JSON of this encoding stands for.
 *
 * @throws InputError for what is not in it
 */
export function decode(json: unknown, modelValues: ReadonlySet<string>, place: Place): TlaValue {
  const options = { modelValues, place };
  if (!hasModelTag(json)) return fromJson(json, options);
  const read = (part: unknown): TlaValue => decode(part, modelValues, place);
  if (Array.isArray(json)) return json.map(read);
  const object = json as { readonly [name: string]: unknown };
  const { '#model': name, '#set': elements, '#tup': tuple, '#map': pairs } = object;
  if (Object.keys(object).length === 1) {
    if (typeof name === 'string') return modelValue(name);
    if (Array.isArray(elements)) return set(elements.map(read));
    if (Array.isArray(tuple)) return tuple.map(read);
    if (Array.isArray(pairs) && pairs.every((pair) => Array.isArray(pair) && pair.length === 2)) {
      return mapping(
        (pairs as [unknown, unknown][]).map(([argument, result]) => [read(argument), read(result)]),
      );
    }
  }
  // Tags in wrong places are refused as elsewhere.
  if (Object.keys(object).some((field) => field.startsWith('#'))) return fromJson(json, options);
  const fields = Object.entries(object).map(([field, value]) => [field, read(value)] as const);
  return mapping(
    fields.map(([field, value]) => [modelValues.has(field) ? modelValue(field) : field, value] as const),
  );
}

function hasModelTag(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  if (Array.isArray(json)) return json.some(hasModelTag);
  return Object.hasOwn(json, '#model') || Object.values(json).some(hasModelTag);
}
