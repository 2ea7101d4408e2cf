import { InputError, type Json, type Place } from '@synod/tla';
import * as z from 'zod';
import { readPattern, readWhole } from '../read-pattern.js';
import type { Observation, TraceHeader } from '../trace.js';
import { checkFields, fieldText, shown } from './fields.js';
import { headerSchema } from './line-schema.js';

/** Values are read, and refused, by {@link readPattern}. */
const schema = headerSchema({ whole: z.unknown(), observed: z.unknown() });

const known = ['trace', 'spec', 'constants', 'model', 'init', 'hidden', 'order', 'meta'];

/**
 * The header of a trace.
 *
 * @throws InputError that names the field which is wrong
 */
export function readHeader(json: unknown, place: Place): TraceHeader {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'trace')) {
    const message =
      'the first line must be the header, an object with "trace": 1 and "spec": the name of the TLA+ module.';
    throw new InputError('trace-header', message, place);
  }
  const version = (json as { readonly trace: unknown }).trace;
  if (version !== 1) {
    const message = `trace: this is format version ${shown(version)}; this program reads 1.`;
    throw new InputError('trace-version', message, place);
  }
  const header = checkFields(json, schema, { what: 'the header', known, place });
  const constants = new Map(Object.entries(header.constants ?? {}) as [string, Json][]);
  for (const [name, value] of constants) readWhole(value, fieldText(['constants', name]), place);
  return {
    format: 'synod',
    spec: header.spec,
    constants,
    model: header.model,
    init: readObservation(header.init, 'init', place),
    hidden: [...new Set(header.hidden)],
    order: header.order ?? 'total',
    place,
  };
}

const nothing: Observation = new Map();

/** What is said of variables or operators in this field of a line. */
export function readObservation(
  values: { readonly [name: string]: unknown } | undefined,
  field: string,
  place: Place,
): Observation {
  if (values === undefined) return nothing;
  const observation = new Map<string, ReturnType<typeof readPattern>>();
  for (const name of Object.keys(values)) {
    observation.set(name, readPattern(values[name] as Json, fieldText([field, name]), place));
  }
  return observation;
}
