import { InputError, type Json, type Place } from '@synod/tla';
import { readWhole } from '../read-pattern.js';
import type { TraceHeader } from '../trace.js';
import { checkFields, fieldText, shown } from './fields.js';
import { type HeaderLine, headerSchema } from './line-schema.js';
import type { PatternReader } from './pattern-reader.js';
import { isPlainHeader } from './plain-line.js';
import { zod } from './zod.js';

const known = ['trace', 'spec', 'constants', 'model', 'init', 'hidden', 'order', 'meta'];

/**
 * The header of a trace.
 *
 * @throws InputError that names the field which is wrong
 */
export function readHeader(json: unknown, values: PatternReader, place: Place): TraceHeader {
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
  const header = isPlainHeader(json) ? json : checked(json, place);
  const constants = new Map(Object.entries(header.constants ?? {}) as [string, Json][]);
  for (const [name, value] of constants) readWhole(value, fieldText(['constants', name]), place);
  return {
    format: 'synod',
    spec: header.spec,
    constants,
    model: header.model,
    init: values.observation(header.init, 'init', place),
    hidden: [...new Set(header.hidden)],
    order: header.order ?? 'total',
    place,
  };
}

/** Holds the header to its schema. Values are read, and refused, by a {@link PatternReader}. */
function checked(json: unknown, place: Place): HeaderLine {
  const z = zod();
  const schema = headerSchema(z, { whole: z.unknown(), observed: z.unknown() });
  return checkFields(json, schema, { what: 'the header', known, place });
}
