import type { Difference, TraceReport } from '@synod/conformance';
import { z } from 'zod';

// The shape that `synod validate --json` promises, each field and no other.

const conjunct = z.strictObject({
  text: z.string(),
  file: z.string(),
  line: z.int().positive(),
  bindings: z.record(z.string(), z.string()).optional(),
  note: z.string().optional(),
});

const event = z.strictObject({
  index: z.int().nonnegative(),
  process: z.string().optional(),
  seq: z.int().nonnegative().optional(),
  file: z.string().optional(),
  line: z.int().positive().optional(),
  action: z.string().optional(),
  params: z.json().optional(),
  state: z.record(z.string(), z.json()).optional(),
  derived: z.record(z.string(), z.json()).optional(),
  text: z.string(),
});

// JSON leaves out what is undefined.
const difference = z.strictObject({
  path: z.string(),
  trace: z.json(),
  specification: z.string().optional(),
});

const mismatch = z.strictObject({
  event,
  kind: z.enum(['init', 'action', 'parameters', 'observation']),
  message: z.string(),
  conjuncts: z.array(conjunct),
  possible: z.array(z.string()),
  nearest: z.strictObject({ label: z.string().optional(), differences: z.array(difference) }).optional(),
});

const prefix = z.strictObject({
  matched: z.int().nonnegative(),
  cut: z.array(z.int().nonnegative()),
  behaviour: z.array(z.strictObject({ label: z.string(), event: z.int().optional() })).optional(),
  states: z.array(z.record(z.string(), z.string())).max(10),
  stateCount: z.int().nonnegative(),
  enabled: z.array(z.string()).optional(),
  next: z.array(mismatch),
});

const suggestion = z.strictObject({
  type: z.enum(['once', 'hidden']),
  step: z.string(),
  matched: z.int().nonnegative(),
  conforms: z.boolean(),
});

const execution = z.strictObject({
  files: z.array(z.string()),
  spec: z.string(),
  against: z.string(),
  engine: z.enum(['graph', 'model', 'tlc']),
  verdict: z.enum(['conforms', 'diverges', 'could not tell']),
  reason: z.string().optional(),
  ballots: z.int().nonnegative().optional(),
  order: z.enum(['total', 'clock', 'interval']),
  events: z.int().nonnegative(),
  matched: z.int().nonnegative(),
  warnings: z.array(z.string()),
  divergence: z
    .strictObject({
      first: event,
      prefixes: z.array(prefix),
      prefixCount: z.int().nonnegative(),
      lanes: z.array(z.strictObject({ process: z.string().optional(), events: z.array(event) })),
      suggestions: z.array(suggestion).optional(),
      shrunk: z
        .strictObject({ shortest: z.boolean(), events: z.array(event), lines: z.array(z.string()) })
        .optional(),
    })
    .optional(),
  seconds: z.number().nonnegative(),
});

export const reportsSchema = z.strictObject({
  format: z.literal(1),
  verdict: execution.shape.verdict,
  executions: z.array(execution),
});

// Every field of the schema is one of the type, and the other way round: the compiler checks it.
type Fields<T> = T extends readonly (infer E)[] ? Fields<E> : T extends object ? keyof T : never;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Divergence = NonNullable<TraceReport['divergence']>;
const same: [
  Same<Fields<z.infer<typeof execution>>, keyof TraceReport>,
  Same<Fields<NonNullable<z.infer<typeof execution>['divergence']>>, keyof Divergence>,
  Same<Fields<z.infer<typeof prefix>>, Fields<Divergence['prefixes']>>,
  Same<Fields<z.infer<typeof mismatch>>, Fields<Divergence['prefixes'][number]['next']>>,
  Same<Fields<z.infer<typeof event>>, keyof Divergence['first']>,
  Same<Fields<z.infer<typeof difference>>, keyof Difference>,
] = [true, true, true, true, true, true];
void same;
