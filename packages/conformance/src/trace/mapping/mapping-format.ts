import * as z from 'zod';
import type { TraceOrder } from '../trace.js';

// The mapping file, version 1, as docs/mapping.md describes it. It is read with what the JSON Schema is made from.

/** A mapping file, as JSON. Templates, conditions and values are of any type until they are read. */
export interface MappingFile {
  readonly map: 1;
  readonly $schema?: unknown;
  readonly comment?: unknown;
  readonly spec: string;
  readonly constants?: unknown;
  readonly model?: unknown;
  readonly init?: unknown;
  readonly hidden?: unknown;
  readonly order?: TraceOrder | undefined;
  readonly tables?: { readonly [name: string]: unknown } | undefined;
  readonly let?: { readonly [name: string]: unknown } | undefined;
  readonly every?: CommonFields | undefined;
  readonly lines: readonly RuleFile[];
  readonly otherLines?: 'count' | 'refuse' | undefined;
}

/** A rule of it. */
export interface RuleFile extends CommonFields {
  readonly comment?: unknown;
  readonly when?: { readonly [path: string]: unknown } | undefined;
  readonly ignore?: true | undefined;
  readonly action?: unknown;
  readonly params?: unknown;
}

/** What a rule may have, and all rules together. */
export interface CommonFields {
  readonly state?: unknown;
  readonly derived?: unknown;
  readonly process?: unknown;
  readonly seq?: unknown;
  readonly clock?: unknown;
  readonly start?: unknown;
  readonly end?: unknown;
}

/** The schemas of what functions of their own read, and refuse, while a mapping is read. */
export interface PartSchemas {
  readonly template: z.ZodType;
  readonly condition: z.ZodType;
  readonly value: z.ZodType;
  readonly observed: z.ZodType;
}

const object = 'must be an object';
const comment = z.unknown().optional().describe('Anything: for people.');

/** The schema of a mapping file. */
export function mappingSchema(parts: PartSchemas): z.ZodType<MappingFile> {
  const { template, condition, value, observed } = parts;
  const common = commonFields(template);
  const rule = z
    .strictObject({
      comment,
      when: z
        .record(z.string(), condition, object)
        .optional()
        .describe('What all must hold of a line, by path: $.a.b[0], $["a.b"]. Absent: any line.'),
      ignore: z.literal(true, 'must be true').optional().describe('Such a line says nothing.'),
      action: template.optional().describe('The action taken.'),
      params: template.optional().describe("The action's parameters: an object, or an array of all."),
      ...common,
    })
    .meta({
      id: 'rule',
      description: 'Which lines are what. Of the rules that fit a line, the first counts.',
    });
  return z
    .strictObject({
      map: z.literal(1, 'must be 1').describe("The format's version."),
      $schema: z.unknown().optional().describe('Where this schema is: for editors.'),
      comment,
      spec: z
        .string('must be a name, in quotes')
        .describe('The TLA+ module that the execution claims to follow.'),
      constants: z.record(z.string(), value, object).optional().describe('Its constants, as in a trace.'),
      model: z
        .string('must be a name, in quotes')
        .optional()
        .describe('The bounded model it is held against.'),
      init: z.record(z.string(), observed, object).optional().describe('What is said of the initial state.'),
      hidden: z
        .array(z.string(), 'must be an array of names of actions')
        .optional()
        .describe('Actions that may happen without being logged.'),
      order: z
        .enum(['total', 'clock', 'interval'], 'must be "total", "clock" or "interval"')
        .optional()
        .describe('How events are ordered: by their lines (the default), by vector clocks, or by times.'),
      tables: z
        .record(z.string(), z.record(z.string(), value, object), object)
        .optional()
        .describe('New values by the texts of old ones, for "map".'),
      let: z
        .record(z.string().regex(/^[A-Za-z_]\w*$/), template, object)
        .optional()
        .describe('Values with names, for $<name>; each may use those before it.'),
      every: z
        .strictObject(common, object)
        .optional()
        .describe('What rules say that do not say it themselves.'),
      lines: z.array(rule, 'must be an array of rules').min(1, 'must have a rule').describe('The rules.'),
      otherLines: z
        .enum(['count', 'refuse'], 'must be "count" or "refuse"')
        .optional()
        .describe('What is done with lines that are not JSON: they are counted (the default), or an error.'),
    })
    .meta({
      title: 'Synod mapping of logs, version 1',
      description: 'Which lines of a log are which events.',
    });
}

function commonFields(template: z.ZodType): { readonly [name in keyof CommonFields]-?: z.ZodType } {
  return {
    state: template.optional().describe('Variables immediately after the step, by their names.'),
    derived: template.optional().describe('Operators without arguments, there.'),
    process: template.optional().describe('Which process logged the line.'),
    seq: template
      .optional()
      .describe('Its position in the log of that process, from 0. "count": as many as came before.'),
    clock: template.optional().describe('A vector clock: whole numbers by the names of processes.'),
    start: template.optional().describe('When the step began.'),
    end: template.optional().describe('When it had ended.'),
  };
}
