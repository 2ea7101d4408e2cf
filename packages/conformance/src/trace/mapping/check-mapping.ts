import type { Json } from '@synod/tla';
import * as z from 'zod';
import { didYouMean } from '../../nearest.js';
import { fieldText, shown } from '../read/fields.js';
import { type MappingFile, mappingSchema } from './mapping-format.js';
import type { Refuse } from './mapping-place.js';

/** Templates and conditions are read, and refused, by functions of their own. */
const any = z.unknown();
const schema = mappingSchema({ template: any, condition: any, value: any, observed: any });

/** As deep as a mapping may be nested. */
const deepest = 200;

/**
 * Holds a mapping file to its schema.
 *
 * @throws what `fail` throws, for the first field which is wrong
 */
export function checkMapping(json: Json, fail: Refuse): MappingFile {
  if (typeof json !== 'object' || json === null || Array.isArray(json) || !Object.hasOwn(json, 'map')) {
    return fail('the mapping', 'expected is an object with "map": 1, "spec" and "lines", and this is none.');
  }
  if (isDeeper(json, deepest)) return fail('the mapping', `it is nested deeper than ${deepest} levels.`);
  const { success, error } = schema.safeParse(json);
  // As it stands in the file: what zod gives is a copy.
  if (success) return json as unknown as MappingFile;
  // A mistyped name is the reason why its field is missing too.
  const issue = error.issues.find(({ code }) => code === 'unrecognized_keys') ?? error.issues[0];
  if (issue === undefined) throw error;
  if (issue.code !== 'unrecognized_keys') {
    return fail(placeText(issue.path), `${issue.message}; it is ${shown(valueAt(json, issue.path))}.`);
  }
  const [key = ''] = issue.keys;
  const known =
    issue.path.length === 0 ? mappingFields : issue.path[0] === 'every' ? commonFields : ruleFields;
  const advice = didYouMean(key, known) || `; known are ${known.join(', ')}`;
  return fail(placeText([...issue.path, key]), `there is no such field${advice}.`);
}

function isDeeper(json: Json, levels: number): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return levels === 0 || Object.values(json).some((part: Json) => isDeeper(part, levels - 1));
}

const commonFields = ['state', 'derived', 'process', 'seq', 'clock', 'start', 'end'];
const ruleFields = ['when', 'ignore', 'action', 'params', ...commonFields, 'comment'];
const headerFields = ['spec', 'constants', 'model', 'init', 'hidden', 'order'];
const shapeFields = ['tables', 'let', 'every', 'lines', 'otherLines'];
const mappingFields = ['map', ...headerFields, ...shapeFields, 'comment', '$schema'];

/** `rule 3: action`, with rules counted from 1. */
function placeText([first, second, ...rest]: readonly PropertyKey[]): string {
  if (first === undefined) return 'the mapping';
  if (first !== 'lines' || typeof second !== 'number') {
    return fieldText(second === undefined ? [first] : [first, second, ...rest]);
  }
  return rest.length === 0 ? `rule ${second + 1}` : `rule ${second + 1}: ${fieldText(rest)}`;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let found: unknown = json;
  for (const step of path) found = (found as Record<PropertyKey, unknown> | undefined)?.[step];
  return found;
}
