import { fromJson, InputError, type Json, key, type Place, type TlaValue } from '@synod/tla';
import type { Pattern, PatternEntry } from './pattern.js';
import { brief, fieldStep, printable } from './read/fields.js';

/** As deep as values may be nested, here as in every reader of them. */
const deepest = 500;

/**
 * Reads what a trace says of a value. Objects, `#map` and `#contains` say a part of it; inside `#set`, `#tup` and
 * `[…]` everything is said whole.
 *
 * @param field where in its line it stands, for messages: `state.maxBal`
 * @throws InputError if it is no value
 */
export function readPattern(json: Json, field: string, place: Place): Pattern {
  if (typeof json !== 'object') return readPart(json, field, place);
  if (nestsDeeper(json, deepest))
    throw bad(`the value is nested deeper than ${deepest} levels`, field, place);
  return readPart(json, field, place);
}

function readPart(json: Json, field: string, place: Place): Pattern {
  if (typeof json !== 'object' || json === null || isArray(json)) return readWholePattern(json, field, place);
  const names = Object.keys(json);
  const tag = names.find((name) => name.startsWith('#'));
  if (tag === undefined) {
    const entries = names.map((name) => {
      const pattern = readPart(json[name] as Json, fieldStep(field, name), place);
      return entry(name, pattern);
    });
    return { type: 'at', json, entries };
  }
  const content = json[tag] as Json;
  if (tag !== '#contains' && tag !== '#map') return readWholePattern(json, field, place);
  if (names.length > 1) throw bad(`an object with ${tag} must have nothing else`, field, place);
  const inner = fieldStep(field, tag);
  if (!isArray(content)) throw bad(`${tag} must have an array`, field, place);
  if (tag === '#map') return { type: 'at', json, entries: readPairs(content, inner, place) };
  const elements = content.map((element, index) => readPart(element, `${inner}[${index}]`, place));
  return { type: 'contains', elements, json };
}

function readPairs(pairs: readonly Json[], field: string, place: Place): readonly PatternEntry[] {
  const seen = new Set<string>();
  return pairs.map((pair, index) => {
    const at = `${field}[${index}]`;
    if (!isArray(pair) || pair.length !== 2) throw bad('#map has pairs only', at, place);
    const argument = readWhole(pair[0] as Json, `${at}[0]`, place);
    const found = entry(argument, readPart(pair[1] as Json, `${at}[1]`, place));
    if (seen.has(found.key)) throw bad('#map has this argument twice', `${at}[0]`, place);
    seen.add(found.key);
    return found;
  });
}

/** Nothing that is read here has model values in it, so that its key is the loose one. */
function entry(argument: TlaValue, pattern: Pattern): PatternEntry {
  return { argument, key: key(argument), pattern };
}

function readWholePattern(json: Json, field: string, place: Place): Pattern {
  const value = readWhole(json, field, place);
  return { type: 'whole', value, key: key(value), json };
}

/**
 * Reads a value all of which is said.
 *
 * @throws InputError if it is none
 */
export function readWhole(json: Json, field: string, place: Place): TlaValue {
  try {
    return fromJson(json, { place });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // It says where in the value it is: that belongs to the field.
    const [, message = error.message, path = ''] = /^(.*?)(?: \(at \$(.*)\))?$/s.exec(error.message) ?? [];
    const what = message.startsWith('#unserializable') ? unserializable : brief(message);
    throw bad(what, `${field}${printable(path)}`, place, error);
  }
}

const unserializable = '#unserializable stands for a value that a checker could not write: leave it out';

/** Whether arrays and objects are nested deeper than this. An object that is a tag is one level with its array. */
function nestsDeeper(json: Json, levels: number): boolean {
  if (typeof json !== 'object' || json === null) return levels < 1;
  if (levels < 1) return true;
  if (isArray(json)) return json.some((element) => nestsDeeper(element, levels - 1));
  return Object.entries(json).some(([name, value]) =>
    name.startsWith('#') && isArray(value)
      ? value.some((element) => nestsDeeper(element, levels - 1))
      : nestsDeeper(value, levels - 1),
  );
}

function bad(message: string, field: string, place: Place, cause?: unknown): InputError {
  return new InputError('trace-value', `${field}: ${message}.`, place, { cause });
}

function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
