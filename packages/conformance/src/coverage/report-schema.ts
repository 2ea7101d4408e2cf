import * as z from 'zod';
import type { CoverageReport } from './report.js';

/**
 * What is read of a report that is merged: the sets, the executions, and of which graph it is. Its counts are held
 * against the sets; all else is made anew.
 */
export type ReadReport = Pick<
  CoverageReport,
  'graph' | 'actions' | 'steps' | 'states' | 'traces' | 'sets' | 'warnings'
>;

const count = z.int('must be a whole number').min(0, 'must not be negative');
const text = z.string('must be a text');
const texts = z.array(text, 'must be an array of texts');
const counts = z.object(
  { total: count, taken: count, perhaps: count },
  'must be an object with total, taken and perhaps',
);

const sets = z.object(
  {
    stepsTaken: text,
    stepsPerhaps: text,
    statesTaken: text,
    statesPerhaps: text,
    actionsTaken: texts,
    actionsPerhaps: texts,
  },
  'must be an object with six sets',
);

const verdicts = ['conforms', 'diverges', 'could not tell'] as const;
const trace = z.object(
  {
    files: texts,
    events: count,
    verdict: z.literal(verdicts, `must be ${verdicts.join(', ')}`),
    reason: z.exactOptional(text),
    steps: count,
    fresh: count,
    exact: z.boolean('must be true or false'),
  },
  'must be an object',
);

/** Its fields, as far as they are read; others may be there. */
export const reportSchema: z.ZodType<ReadReport> = z.object({
  graph: text,
  actions: counts,
  steps: counts,
  states: counts,
  traces: z.array(trace, 'must be an array of executions'),
  sets,
  warnings: texts,
});
