import type * as z from 'zod';
import type { TraceOrder } from '../trace.js';

// The execution trace format, version 1, as docs/trace-format.md describes it. Lines are read with what the JSON
// Schema is made from.

/** The first line of a trace, as JSON. Values are of a type that its maker decides. */
export interface HeaderLine {
  readonly trace: 1;
  readonly spec: string;
  readonly constants?: Named | undefined;
  readonly model?: string | undefined;
  readonly init?: Named | undefined;
  readonly hidden?: readonly string[] | undefined;
  readonly order?: TraceOrder | undefined;
  readonly meta?: unknown;
}

/** Any later line. */
export interface EventLine {
  readonly action?: string | undefined;
  readonly params?: Named | readonly unknown[] | undefined;
  readonly state?: Named | undefined;
  readonly derived?: Named | undefined;
  readonly process?: string | undefined;
  readonly seq?: number | undefined;
  readonly clock?: { readonly [process: string]: number } | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly meta?: unknown;
}

/** Values by the names of what they are said of. */
interface Named {
  readonly [name: string]: unknown;
}

/** What values are in a schema: of constants, and of what is observed. */
interface ValueSchemas {
  readonly whole: z.ZodType;
  readonly observed: z.ZodType;
}

/** zod, which is loaded where a schema is wanted. */
type Zod = typeof z;

/** What fields of both lines are made of. */
function parts(z: Zod) {
  return {
    name: z.string('must be a name, in quotes').min(1, 'must not be empty'),
    byName: (value: z.ZodType, what: string): z.ZodRecord<z.ZodString, z.ZodType> =>
      z.record(z.string(), value, `must be an object: values by the names of ${what}`),
    meta: z.unknown().optional().describe('Anything. Never compared.'),
  };
}

/** The schema of the first line. */
export function headerSchema(z: Zod, { whole, observed }: ValueSchemas): z.ZodType<HeaderLine> {
  const { name, byName, meta } = parts(z);
  return z
    .strictObject(
      {
        trace: z.literal(1, 'must be 1').describe("The format's version."),
        spec: name.describe('The TLA+ module that the execution claims to follow.'),
        constants: byName(whole, 'constants')
          .optional()
          .describe('The constants of this execution. Absent: those of the model it is held against.'),
        model: name.optional().describe('The bounded model it was recorded for.'),
        init: byName(observed, 'variables').optional().describe('What is said of the initial state.'),
        hidden: z
          .array(name, 'must be an array of names of actions')
          .optional()
          .describe('Actions that may happen without being logged, any number of times, at any place.'),
        order: z
          .enum(['total', 'clock', 'interval'], 'must be "total", "clock" or "interval"')
          .optional()
          .describe('How events are ordered: by their lines (the default), by vector clocks, or by times.'),
        meta,
      },
      'must be an object',
    )
    .meta({ id: 'header', description: 'The first line.' });
}

/** The names of an event's fields that say something of a step; one of them at least must be there. */
const saying = ['action', 'state', 'derived'] as const;

/** The schema of every later line. */
export function eventSchema(z: Zod, { observed }: ValueSchemas): z.ZodType<EventLine> {
  const { name, byName, meta } = parts(z);
  const count = z.int('must be a whole number').min(0, 'must not be negative').max(Number.MAX_SAFE_INTEGER);
  const time = z.number('must be a number');
  return z
    .strictObject(
      {
        action: name.optional().describe('The action taken. Absent: any one action, or no step at all.'),
        params: z
          .union([z.record(z.string(), observed), z.array(observed)], {
            error: 'must be an object, parameters by their names, or an array, all of them in their order',
          })
          .optional()
          .describe("The action's parameters: all or some by their names, or all of them in their order."),
        state: byName(observed, 'variables').optional().describe('Variables immediately after the step.'),
        derived: byName(observed, 'operators').optional().describe('Operators without arguments, there.'),
        process: name.optional().describe('Which process logged the event.'),
        seq: count.optional().describe("Its position in that process's own log, from 0, without gaps."),
        clock: z
          .record(z.string(), count, 'must be an object: whole numbers by the names of processes')
          .optional()
          .describe('A vector clock, for the order "clock". Absent entries are 0.'),
        start: time.optional().describe('When the step began, for the order "interval".'),
        end: time.optional().describe('When it had ended.'),
        meta,
      },
      'must be an object',
    )
    .refine((event) => saying.some((field) => saysSomething(event[field])), {
      error:
        'there is nothing in this event: it needs at least one of "action", "state" and "derived", not empty.',
    })
    .refine(({ action, params }) => params === undefined || action !== undefined, {
      error: 'params has no "action" whose parameters they are: name the action, or leave them out.',
    })
    .meta({
      id: 'event',
      description: 'Any later line: a step of an action, or, without one, any step or none.',
      // What refinements say, for JSON Schema.
      anyOf: [
        { required: ['action'] },
        { required: ['state'], properties: { state: { minProperties: 1 } } },
        { required: ['derived'], properties: { derived: { minProperties: 1 } } },
      ],
      dependentRequired: { params: ['action'] },
    });
}

function saysSomething(field: string | Named | undefined): boolean {
  return typeof field === 'string' || (field !== undefined && Object.keys(field).length > 0);
}
