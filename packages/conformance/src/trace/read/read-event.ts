import type { Json, Place } from '@synod/tla';
import * as z from 'zod';
import { readPattern } from '../read-pattern.js';
import type { EventParameters, TraceEvent } from '../trace.js';
import { checkFields } from './fields.js';
import { type EventLine, eventSchema } from './line-schema.js';
import { readObservation } from './read-header.js';

/** Values are read, and refused, by {@link readPattern}. */
const schema = eventSchema({ whole: z.unknown(), observed: z.unknown() });

const known = ['action', 'params', 'state', 'derived', 'process', 'seq', 'clock', 'start', 'end', 'meta'];

/**
 * An event of a trace.
 *
 * @throws InputError that names the field which is wrong
 */
export function readEvent(json: unknown, place: Place): TraceEvent {
  const event = checkFields(json, schema, { what: 'the event', known, place });
  return {
    action: event.action,
    parameters: readParameters(event.params, place),
    state: readObservation(event.state, 'state', place),
    derived: readObservation(event.derived, 'derived', place),
    process: event.process,
    seq: event.seq,
    clock: event.clock === undefined ? undefined : new Map(Object.entries(event.clock)),
    start: event.start,
    end: event.end,
    place,
  };
}

function readParameters(params: EventLine['params'], place: Place): EventParameters | undefined {
  if (params === undefined) return undefined;
  if (!isList(params)) return { by: 'name', values: readObservation(params, 'params', place) };
  const values = params.map((value, index) => readPattern(value as Json, `params[${index}]`, place));
  return { by: 'position', values };
}

function isList(params: object): params is readonly unknown[] {
  return Array.isArray(params);
}
