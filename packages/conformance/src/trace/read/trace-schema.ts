import type { Json } from '@synod/tla';
import * as z from 'zod';
import { eventSchema, headerSchema } from './line-schema.js';
import { observedValue, wholeValue } from './value-schema.js';

/** The JSON Schema of the lines of a trace, version 1: what `docs/trace.schema.json` holds. */
export function traceSchema(): Json {
  const values = { whole: wholeValue, observed: observedValue };
  const line = z.union([headerSchema(z, values), eventSchema(z, values)]).meta({
    title: 'Synod execution trace, version 1',
    description:
      'A line of a trace: the header ($defs/header) as the first one, an event ($defs/event) as any other.',
  });
  return JSON.parse(JSON.stringify(z.toJSONSchema(line))) as Json;
}
