import { fromJson, InputError, type Json, key, type Place, type TlaValue } from '@synod/tla';
import { loosen } from './loose.js';
import { type Pattern, wholePattern } from './pattern.js';

/**
 * Reads what a trace says of a value. Objects, `#map` and `#contains` say a part of it; inside `#set`, `#tup` and
 * `[…]` everything is said whole.
 *
 * @param field where in its line it stands, for messages: `state.maxBal`
 * @throws InputError if it is no value
 */
export function readPattern(json: Json, field: string, place: Place): Pattern {
  if (typeof json !== 'object' || json === null || isArray(json)) {
    return wholePattern(readWhole(json, field, place), json);
  }
  const entries = Object.entries(json);
  const tag = entries.find(([name]) => name.startsWith('#'))?.[0];
  if (tag === undefined)
    return {
      type: 'at',
      json,
      entries: entries.map(([name, value]) => readEntry(name, value, `${field}.${name}`, place)),
    };
  if (entries.length > 1) throw bad(`an object with ${tag} must have nothing else`, field, place);
  const content = json[tag] as Json;
  if (tag === '#contains') {
    if (!isArray(content)) throw bad('#contains must have an array', field, place);
    const elements = content.map((element, i) => readPattern(element, `${field}.#contains[${i}]`, place));
    return { type: 'contains', elements, json };
  }
  if (tag !== '#map') return wholePattern(readWhole(json, field, place), json);
  readWhole(isArray(content) ? { '#map': content.map(argumentOnly) } : json, field, place);
  const pairs = content as readonly (readonly [Json, Json])[];
  return {
    type: 'at',
    json,
    entries: pairs.map(([argument, value], i) => ({
      ...entryFor(readWhole(argument, `${field}.#map[${i}][0]`, place)),
      pattern: readPattern(value, `${field}.#map[${i}][1]`, place),
    })),
  };
}

/** A pair with its argument alone, so that the shape of a map is read without what is said at its arguments. */
function argumentOnly(pair: Json): Json {
  return isArray(pair) && pair.length === 2 ? [pair[0] as Json, 0] : pair;
}

function readEntry(
  name: string,
  value: Json,
  field: string,
  place: Place,
): ReturnType<typeof entryFor> & { pattern: Pattern } {
  return { ...entryFor(name), pattern: readPattern(value, field, place) };
}

function entryFor(argument: TlaValue): { argument: TlaValue; key: string } {
  const loose = loosen(argument);
  return { argument: loose, key: key(loose) };
}

function readWhole(json: Json, field: string, place: Place): TlaValue {
  try {
    return fromJson(json, { place });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, `${field}: ${error.message}`, place, { cause: error });
  }
}

function bad(message: string, field: string, place: Place): InputError {
  return new InputError('trace-value', `${field}: ${message}`, place);
}

function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
