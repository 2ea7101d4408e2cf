import { key } from '@synod/tla';
import type { Random } from '../../../tla/fuzz/random.js';
import { chance } from './chance.js';
import { otherValue } from './damage-value.js';
import type { JsonObject, Payload } from './lines.js';
import { labelled, type Material, observation } from './material.js';
import { observe } from './observe.js';

/** What can be done to what an event says. */
export const payloadDamages = [
  'another parameter',
  'another label of its action',
  'another action',
  'another value',
  'another state',
  'an operator in another state',
] as const;

/** An event that says something else of its step; undefined if that cannot be done to it. */
export function damagePayload(
  type: (typeof payloadDamages)[number],
  payload: Payload,
  material: Material,
  random: Random,
): Payload | undefined {
  const { graph, operators } = material;
  const { action } = payload;
  switch (type) {
    case 'another parameter':
      return otherParameter(payload, material, random);
    case 'another label of its action':
      return action === undefined ? undefined : relabelled(payload, action, material, random);
    case 'another action': {
      const others = [...material.labelsOf.keys()].filter((name) => name !== action);
      return others.length === 0 ? undefined : relabelled(payload, random.pick(others), material, random);
    }
    case 'another value': {
      const { state = {} } = payload;
      const changed = withOther(random, state, (name) => material.leaves.get(name) ?? []);
      return changed && { ...payload, state: changed };
    }
    case 'another state': {
      const state = observation(material, random.below(graph.size), random);
      return { ...payload, state: chance(random, 50) ? state : { ...payload.state, ...state } };
    }
    case 'an operator in another state': {
      const state = random.below(graph.size);
      const [initial = 0] = graph.initial;
      const varied = [...operators].filter(([, value]) => key(value(state)) !== key(value(initial)));
      if (varied.length === 0) return undefined;
      const [name, value] = random.pick(varied);
      return { ...payload, derived: { ...payload.derived, [name]: observe(random, value(state)) } };
    }
  }
}

/** An event of this action, with the parameters of one of its labels. */
function relabelled(
  { action: _, params: __, ...payload }: Payload,
  action: string,
  material: Material,
  random: Random,
): Payload {
  const labels = material.labelsOf.get(action) ?? [];
  return { ...labelled(material, random.pick(labels), random), ...payload };
}

/** An event with one parameter changed, to one that the model has mostly. */
function otherParameter(payload: Payload, material: Material, random: Random): Payload | undefined {
  const { action, params } = payload;
  if (action === undefined || params === undefined) return undefined;
  const { graph, formals } = material;
  const valuesAt = (place: number): JsonObject[string][] =>
    (material.labelsOf.get(action) ?? []).map((label) =>
      observe(random, graph.labels[label]?.parameters[place] ?? 0),
    );
  if (Array.isArray(params)) {
    if (params.length === 0) return undefined;
    const place = random.below(params.length);
    const value = otherValue(random, params[place] as JsonObject[string], valuesAt(place));
    return value === undefined ? undefined : { ...payload, params: params.with(place, value) };
  }
  const changed = withOther(random, params as JsonObject, (name) =>
    valuesAt(formals.get(action)?.indexOf(name) ?? -1),
  );
  return changed && { ...payload, params: changed };
}

function withOther(
  random: Random,
  object: JsonObject,
  leaves: (name: string) => readonly JsonObject[string][],
): JsonObject | undefined {
  const names = Object.keys(object);
  if (names.length === 0) return undefined;
  const name = random.pick(names);
  const value = otherValue(random, object[name] ?? {}, leaves(name));
  return value === undefined ? undefined : { ...object, [name]: value };
}
