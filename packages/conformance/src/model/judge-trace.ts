import { explainTrace } from '../trace/explain/explain-trace.js';
import type { TraceReport } from '../trace/report.js';
import type { SearchOptions } from '../trace/search-options.js';
import type { Trace } from '../trace/trace.js';
import { type Validation, validateTrace } from '../trace/validate.js';
import type { Model } from './model.js';
import type { Vocabulary } from './vocabulary.js';

/** What holding an execution against a model came to. */
export interface JudgedTrace {
  readonly validation: Validation;
  /** It conforms or diverges; then with the divergence explained. */
  readonly report: TraceReport;
}

/**
 * Holds an execution against a model.
 *
 * @param files what the execution is called in messages
 * @throws InputError if it cannot be told: the trace names what the specification does not have, is one of another
 *   specification or with other constants, or (code `limit`) allows too much
 */
export function judgeTrace(
  trace: Trace,
  model: Model<Vocabulary>,
  files: readonly string[],
  options: SearchOptions = {},
): JudgedTrace {
  const started = performance.now();
  const warnings = model.admit?.(trace) ?? [];
  const validation = validateTrace(trace, model.space, options);
  const { conforms, matched } = validation.outcome;
  const divergence = conforms ? undefined : explainTrace(validation, model.guards);
  const report: TraceReport = {
    files,
    spec: trace.header.spec ?? '',
    against: model.name,
    engine: 'graph',
    order: trace.header.order,
    events: trace.events.length,
    matched,
    warnings: [...trace.warnings, ...model.warnings, ...validation.warnings, ...warnings],
    ...(divergence === undefined ? { verdict: 'conforms' } : { verdict: 'diverges', divergence }),
    seconds: (performance.now() - started) / 1000,
  };
  return { validation, report };
}
