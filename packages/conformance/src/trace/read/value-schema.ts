import * as z from 'zod';

// What may stand for a value of TLA+ in a trace, for the published JSON Schema. While a trace is read, readPattern
// decides the same, faster and with better messages; a test holds the two to each other.

const untagged = z.string().regex(/^(?!#)/);
const scalars = [
  z.boolean(),
  z.string().describe('A string, and the model value of this name.'),
  z.int(),
  z.strictObject({ '#bigint': z.string().regex(/^-?\d{1,10000}$/) }).describe('An integer of any size.'),
] as const;

/** A value all of which is said. */
export const wholeValue: z.ZodType = z
  .lazy(() =>
    z.union([
      ...scalars,
      z.array(wholeValue).describe('A tuple or sequence; the empty function.'),
      z.strictObject({ '#tup': z.array(wholeValue) }).describe('A tuple or sequence.'),
      z.strictObject({ '#set': z.array(wholeValue) }).describe('A set.'),
      z
        .strictObject({ '#map': z.array(z.tuple([wholeValue, wholeValue])) })
        .describe('A function: pairs of an argument and a value.'),
      z.record(untagged, wholeValue).describe('A record, or a function on strings or model values.'),
    ]),
  )
  .meta({ id: 'value', description: 'A value of TLA+, in the JSON of the Informal Trace Format.' });

/** A value, or a part of it. */
export const observedValue: z.ZodType = z
  .lazy(() =>
    z.union([
      ...scalars,
      z.array(wholeValue).describe('A tuple or sequence, all of it; the empty function.'),
      z.strictObject({ '#tup': z.array(wholeValue) }).describe('A tuple or sequence, all of it.'),
      z.strictObject({ '#set': z.array(wholeValue) }).describe('A set, all of it.'),
      z
        .strictObject({ '#contains': z.array(observedValue) })
        .describe('A set that has, for each of these, an element like it.'),
      z
        .strictObject({ '#map': z.array(z.tuple([wholeValue, observedValue])) })
        .describe(
          'A function, at these arguments: pairs of an argument and what is said of the value there.',
        ),
      z
        .record(untagged, observedValue)
        .describe('A record, or a function on strings or model values, at these keys.'),
    ]),
  )
  .meta({ id: 'observed', description: 'What is said of a value of TLA+: all of it, or a part.' });
