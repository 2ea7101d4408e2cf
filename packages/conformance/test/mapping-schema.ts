import { resolve } from 'node:path';
import * as z from 'zod';
import { conversions } from '../src/trace/mapping/convert.js';
import { mappingSchema } from '../src/trace/mapping/mapping-format.js';
import { observedValue, wholeValue } from '../src/trace/read/value-schema.js';

// What templates and conditions look like, for the published JSON Schema. While a mapping is read, functions decide
// the same with better messages; a test holds the two to each other. docs/mapping.schema.json is made from this.

/** Where the JSON Schema lies. */
export const mappingSchemaFile: string = resolve(import.meta.dirname, '../../../docs/mapping.schema.json');

const from = (template: z.ZodType): z.ZodType =>
  z
    .strictObject({
      '#from': template.describe('What is taken: a path, a name, or any other template.'),
      match: z.string().optional().describe('A regular expression. Its first group is what is taken on.'),
      each: template
        .optional()
        .describe('What each element (@) becomes; those of an object are [name, value].'),
      map: z
        .union([z.record(z.string(), observedValue), z.string()])
        .optional()
        .describe('New values by the texts of old ones, or the name of such a table.'),
      as: z.enum(conversions).optional().describe('What it is made into.'),
      else: template.optional().describe('What stands for it if there is none.'),
      optional: z.literal(true).optional().describe('If there is none, what would hold it is left out.'),
    })
    .describe('Something that is made of what the line has.');

/** A value that is made of a line. */
const template: z.ZodType = z
  .lazy(() =>
    z.union([
      z.boolean(),
      z.number(),
      z.string().describe('A path ($.a.b), a name ($<node>), an element (@) in "each"; else a text.'),
      z.array(template).describe('A tuple or sequence.'),
      from(template),
      z.strictObject({ '#constant': observedValue }).describe('This, even if it looks like a path.'),
      z.strictObject({ '#set': z.array(template) }).describe('A set.'),
      z
        .strictObject({ '#contains': z.array(template) })
        .describe('A set that has, for each, an element like it.'),
      z.strictObject({ '#tup': z.array(template) }).describe('A tuple or sequence.'),
      z.strictObject({ '#map': z.array(template) }).describe('A function: pairs of an argument and a value.'),
      z.strictObject({ '#bigint': z.string().regex(/^-?\d{1,10000}$/) }).describe('An integer of any size.'),
      z
        .record(z.string().regex(/^(?!#)/), template)
        .describe('A record or a function. Names of fields may be paths or names ($…), too.'),
    ]),
  )
  .meta({ id: 'template', description: 'A value that is made of a line, or a constant.' });

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const condition = z
  .union([
    scalar,
    z.array(scalar).min(1).describe('One of these.'),
    z
      .strictObject({ match: z.string() })
      .describe('A regular expression; its groups have names for $<name>.'),
    z.strictObject({ exists: z.boolean() }).describe('Whether there is such a field.'),
  ])
  .meta({ id: 'condition', description: 'What is asked of a field.' });

/** The schema of a mapping file, with all its parts. */
export const wholeMapping: z.ZodType = mappingSchema({
  template,
  condition,
  value: wholeValue,
  observed: observedValue,
});

/** The JSON Schema, as text. */
export function mappingSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(wholeMapping), undefined, 2)}\n`;
}
