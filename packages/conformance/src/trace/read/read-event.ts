import { InputError, type Json, type Place } from '@synod/tla';
import type { EventParameters, TraceEvent } from '../trace.js';
import { checkFields } from './fields.js';
import { type EventLine, eventSchema } from './line-schema.js';
import type { PatternReader } from './pattern-reader.js';
import { isPlainEvent } from './plain-line.js';
import { zod } from './zod.js';

const known = ['action', 'params', 'state', 'derived', 'process', 'seq', 'clock', 'start', 'end', 'meta'];

/**
 * An event of a trace.
 *
 * @throws InputError that names the field which is wrong
 */
export function readEvent(json: unknown, values: PatternReader, place: Place): TraceEvent {
  const event = isPlainEvent(json) ? json : checked(json, place);
  return {
    action: event.action,
    parameters: readParameters(event.params, values, place),
    state: values.observation(event.state, 'state', place),
    derived: values.observation(event.derived, 'derived', place),
    process: event.process,
    seq: event.seq,
    clock: event.clock === undefined ? undefined : readClock(event.clock, place),
    start: event.start,
    end: event.end,
    place,
  };
}

/** Holds the event to its schema. Values are read, and refused, by a {@link PatternReader}. */
function checked(json: unknown, place: Place): EventLine {
  const z = zod();
  const schema = eventSchema(z, { whole: z.unknown(), observed: z.unknown() });
  return checkFields(json, schema, { what: 'the event', known, place });
}

function readClock(clock: { readonly [process: string]: number }, place: Place): ReadonlyMap<string, number> {
  // zod does not look at what stands there.
  if (Object.hasOwn(clock, '__proto__')) {
    throw new InputError('trace-field', 'clock: no process can be called __proto__ here.', place);
  }
  return new Map(Object.entries(clock));
}

function readParameters(
  params: EventLine['params'],
  values: PatternReader,
  place: Place,
): EventParameters | undefined {
  if (params === undefined) return undefined;
  if (!isList(params)) return { by: 'name', values: values.observation(params, 'params', place) };
  return {
    by: 'position',
    values: params.map((value, i) => values.pattern(value as Json, 'params', i, place)),
  };
}

function isList(params: object): params is readonly unknown[] {
  return Array.isArray(params);
}
