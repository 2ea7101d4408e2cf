import type { Random } from '../../../tla/fuzz/random.js';
import type { Draft, DraftEvent } from './draft.js';

/** What can be done to the order of the events. Clocks, times and `seq` are repaired: they are written from it. */
export const orderDamages = [
  'drop',
  'swap',
  'swap neighbours',
  'swap what two say',
  'duplicate',
  'another process',
  'known before',
  'unknown before',
  'after another',
] as const;

/** A trace with its events in another order; undefined if that cannot be done to it. */
export function damageOrder(
  type: (typeof orderDamages)[number],
  draft: Draft,
  random: Random,
): Draft | undefined {
  const { events, order } = draft;
  const at = random.below(events.length);
  const event = events[at] as DraftEvent;
  switch (type) {
    case 'drop':
      return events.length < 2 ? undefined : { ...draft, events: events.toSpliced(at, 1) };
    case 'swap':
      return swapped(draft, at, random.below(events.length));
    case 'swap neighbours':
      return at === 0 ? undefined : swapped(draft, at - 1, at);
    case 'swap what two say': {
      const to = random.below(events.length);
      const other = events[to] as DraftEvent;
      if (to === at) return undefined;
      const exchanged = events.with(at, { ...event, payload: other.payload });
      return { ...draft, events: exchanged.with(to, { ...other, payload: event.payload }) };
    }
    case 'duplicate': {
      const id = Math.max(...events.map((one) => one.id)) + 1;
      const to = at + 1 + random.below(events.length - at);
      return { ...draft, events: events.toSpliced(to, 0, { ...event, id }) };
    }
    case 'another process': {
      const process = random.pick([...events.map((one) => one.process), 'new']);
      if (order === 'total' || process === event.process) return undefined;
      return { ...draft, events: events.with(at, { ...event, process }) };
    }
    case 'known before':
    case 'unknown before': {
      if (order === 'total' || at === 0) return undefined;
      const known = events.slice(0, at).map(({ id }) => id);
      const changed: Partial<DraftEvent> =
        type === 'known before'
          ? { knows: [...event.knows, random.pick(known)], slack: [0, event.slack[1]] }
          : { knows: [], slack: [event.slack[0] + 30, event.slack[1] + 30] };
      return { ...draft, events: events.with(at, { ...event, ...changed }) };
    }
    case 'after another': {
      const to = at + 1 + random.below(events.length - at);
      const other = events[to];
      if (order === 'total' || other === undefined) return undefined;
      const later = { ...event, knows: [other.id], slack: [0, event.slack[1]] as const };
      const earlier = { ...other, slack: [other.slack[0], 0] as const };
      return {
        ...draft,
        events: events
          .with(to, earlier)
          .toSpliced(to + 1, 0, later)
          .toSpliced(at, 1),
      };
    }
  }
}

/** Two events in each other's place: what they know of is what comes before them still. */
function swapped(draft: Draft, one: number, other: number): Draft | undefined {
  if (one === other) return undefined;
  const { events } = draft;
  const [left, right] = [events[one] as DraftEvent, events[other] as DraftEvent];
  return { ...draft, events: events.with(one, right).with(other, left) };
}
