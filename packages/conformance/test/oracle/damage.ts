import type { Random } from '../../../tla/fuzz/random.js';
import { chance } from './chance.js';
import { damageOrder, orderDamages } from './damage-order.js';
import { damagePayload, payloadDamages } from './damage-payload.js';
import { otherValue } from './damage-value.js';
import type { Draft, DraftEvent } from './draft.js';
import type { JsonObject } from './lines.js';
import { type Material, observation } from './material.js';
import { randomTrace } from './random-trace.js';

/** Whatever can be done to a trace. */
export const damages = [
  ...orderDamages,
  ...payloadDamages,
  'another init',
  'hidden no more',
  'another execution',
] as const;

export type Damage = (typeof damages)[number];

/** A trace with one, two or three things done to it. It is one still, and may even conform. */
export function damage(draft: Draft, material: Material, random: Random): Draft {
  let left = random.pick([1, 1, 1, 2, 2, 3]);
  let damaged = draft;
  for (let tries = 0; left > 0 && tries < 100; tries++) {
    // Two executions in one are what several maximal cuts come from.
    const type = chance(random, 12) ? 'another execution' : random.pick(damages);
    const done = damageBy(type, damaged, material, random);
    if (done === undefined) continue;
    damaged = { ...done, damages: [...damaged.damages, type] };
    left--;
  }
  return damaged;
}

/** A trace with this done to it; undefined if it cannot be done there. */
export function damageBy(type: Damage, draft: Draft, material: Material, random: Random): Draft | undefined {
  if (type === 'another init') return damageInit(draft, material, random);
  if (type === 'hidden no more') return damageHidden(draft, random);
  if (type === 'another execution') return mixed(draft, material, random);
  const isOfOrder = (orderDamages as readonly Damage[]).includes(type);
  if (isOfOrder) return damageOrder(type as (typeof orderDamages)[number], draft, random);
  const at = random.below(draft.events.length);
  const event = draft.events[at] as DraftEvent;
  const payload = damagePayload(type as (typeof payloadDamages)[number], event.payload, material, random);
  return payload && { ...draft, events: draft.events.with(at, { ...event, payload }) };
}

function damageInit(draft: Draft, material: Material, random: Random): Draft | undefined {
  const { init } = draft.header;
  const withInit = (changed: JsonObject): Draft => ({ ...draft, header: { ...draft.header, init: changed } });
  if (init === undefined) return withInit(observation(material, random.below(material.graph.size), random));
  const name = random.pick(Object.keys(init));
  const value = otherValue(random, init[name] ?? {}, material.leaves.get(name) ?? []);
  return value === undefined ? undefined : withInit({ ...init, [name]: value });
}

function damageHidden(draft: Draft, random: Random): Draft | undefined {
  const { hidden = [] } = draft.header;
  if (hidden.length === 0) return undefined;
  const without = random.pick(hidden);
  return { ...draft, header: { ...draft.header, hidden: hidden.filter((name) => name !== without) } };
}

/** With some events of another behaviour among its own, logged by one process. */
function mixed(draft: Draft, material: Material, random: Random): Draft {
  const other = randomTrace(material, random, { order: draft.order, steps: 8 }).events;
  const process = random.pick([...draft.events.map((event) => event.process), 'new']);
  let id = Math.max(...draft.events.map((event) => event.id));
  let at = 0;
  const events = [...draft.events];
  for (const event of other) {
    at = Math.min(events.length, at + random.below(4));
    const slack = [event.slack[0] + 40, event.slack[1] + 40] as const;
    events.splice(at++, 0, { ...event, id: ++id, process, knows: [], slack });
  }
  return { ...draft, events };
}
