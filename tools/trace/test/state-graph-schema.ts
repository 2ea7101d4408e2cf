import { join } from 'node:path';
import * as z from 'zod';
import { root } from './synod.js';

// The state graph format, version 1, as docs/state-graph.md describes it. docs/state-graph.schema.json is made from this.

/** Where the JSON Schema lies. */
export const schemaFile: string = join(root, 'docs/state-graph.schema.json');

/** A value of TLA+ in the JSON of the Informal Trace Format. */
const value: z.ZodType = z
  .lazy(() =>
    z.union([
      z.boolean(),
      z.string().describe('A string, or a model value if the header names it.'),
      z.int(),
      z.strictObject({ '#bigint': z.string().regex(/^-?\d+$/) }).describe('An integer beyond 2^53.'),
      z.array(value).describe('A tuple or sequence; the empty function.'),
      z.strictObject({ '#set': z.array(value) }),
      z.strictObject({ '#tup': z.array(value) }),
      z
        .strictObject({ '#map': z.array(z.tuple([value, value])) })
        .describe('A function: arguments and values.'),
      z
        .strictObject({ '#model': z.string() })
        .describe('A model value whose name is a string of the graph too.'),
      z
        .record(z.string().regex(/^(?!#)/), value)
        .describe('A record, or a function on strings or model values.'),
    ]),
  )
  .meta({ id: 'value', description: 'A value of TLA+.' });

const index = z.int().min(0);
const name = z.string().min(1);

/** The first line. */
export const header = z
  .strictObject({
    graph: z.literal(1).describe("The format's version."),
    module: z.string().optional().describe('The TLA+ module, if it is known.'),
    variables: z.array(name).describe('The variables; each is in every state.'),
    states: index.describe('How many states there are.'),
    initial: index.nullable().describe('How many of them are initial; null if it is not known which.'),
    steps: index
      .nullable()
      .describe('How many distinct labelled steps there are; null if they are not known.'),
    parameters: z
      .boolean()
      .describe('Whether the parameters of steps are known: then a step without has none.'),
    exact: z
      .boolean()
      .describe("False if the values are those of TLC's JSON error traces, whose sets are tuples."),
    complete: z
      .boolean()
      .describe('Whether the numbers of states and steps are those TLC counted in a complete run.'),
    modelValues: z.array(name).describe('Strings that stand for model values, wherever they are.'),
    formals: z
      .record(z.string(), z.array(name))
      .optional()
      .describe("Names of actions' parameters, as far as known."),
    behaviours: z
      .array(z.strictObject({ states: z.array(index).min(1), loop: index.optional() }))
      .optional()
      .describe(
        'Of error traces: states in their order; for a lasso, the index in them that it goes back to for ever.',
      ),
  })
  .meta({ id: 'header', description: 'The first line.' });

/** The line of a state. */
export const state = z
  .strictObject({
    state: index.describe('Its number: that of the line among those of states, from 0.'),
    initial: z.literal(true).optional().describe('Whether the state is known to be initial.'),
    values: z.record(name, value).describe('The value of each variable.'),
  })
  .meta({ id: 'state', description: 'The line of a state.' });

/** The line of a step. */
export const step = z
  .strictObject({
    from: index.describe('The number of the state it is a step from.'),
    action: z.string().optional().describe('The name of its action; absent if it is not known.'),
    params: z
      .array(value)
      .optional()
      .describe("The action's parameters; absent if there are none or they are not known."),
    to: index.describe('The number of the state it leads to.'),
  })
  .meta({ id: 'step', description: 'The line of a step.' });

/** The same in one piece. */
export const document = z
  .strictObject({ header, states: z.array(state), steps: z.array(step) })
  .meta({ id: 'document', description: 'A whole graph as one object.' });

/** The JSON Schema, as text. */
export function schemaText(): string {
  const whole = z.union([header, state, step, document]).meta({
    title: 'Synod state graph, version 1',
    description:
      'A line of a state graph as NDJSON (header, state, step), or a whole one as JSON (document).',
  });
  return `${JSON.stringify(z.toJSONSchema(whole), undefined, 2)}\n`;
}
