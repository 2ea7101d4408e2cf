import type { Json } from '@synod/tla';
import type { Random } from '../../../tla/fuzz/random.js';
import { chance } from './chance.js';

/**
 * What no value of these specifications is. Ballots beyond the model's are not among them: of those one engine says
 * that it could not tell.
 */
const never: readonly Json[] = ['nobody', -7, true, { '#set': ['nobody'] }, [0, 'nobody'], { nobody: 1 }];

/** An observation with another number, name or truth value in one place; undefined if it has none. */
export function otherValue(random: Random, json: Json, leaves: readonly Json[]): Json | undefined {
  const places = leafPlaces(json);
  if (places.length === 0) return undefined;
  const place = random.pick(places);
  const old = valueAt(json, place);
  const alike = leaves.filter((leaf) => leaf !== old && typeof leaf === typeof old);
  const fitting = alike.length > 0 ? alike : leaves.filter((leaf) => leaf !== old);
  return replaced(
    json,
    place,
    fitting.length > 0 && chance(random, 80) ? random.pick(fitting) : random.pick(never),
  );
}

/** The way to a leaf: the indices and names on it. */
type Way = readonly (string | number)[];

function leafPlaces(json: Json): readonly Way[] {
  if (typeof json !== 'object' || json === null) return [[]];
  if ('#bigint' in json) return [[]];
  // The arguments of a #map stay what they are, so that none stands there twice.
  const inner = Array.isArray(json) ? [...json.entries()] : Object.entries(json);
  return inner.flatMap(([step, one]) =>
    step === '#map'
      ? (one as readonly (readonly [Json, Json])[]).flatMap(([, value], index) =>
          leafPlaces(value).map((way) => [step, index, 1, ...way]),
        )
      : leafPlaces(one as Json).map((way) => [step, ...way]),
  );
}

function valueAt(json: Json, [step, ...rest]: Way): Json {
  if (step === undefined) return json;
  return valueAt((json as Record<string | number, Json>)[step] as Json, rest);
}

function replaced(json: Json, [step, ...rest]: Way, by: Json): Json {
  if (step === undefined) return by;
  if (Array.isArray(json)) {
    return json.map((one: Json, index) => (index === step ? replaced(one, rest, by) : one));
  }
  const object = json as { readonly [name: string]: Json };
  return { ...object, [step]: replaced(object[step] as Json, rest, by) };
}
