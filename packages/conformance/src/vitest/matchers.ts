import { InputError } from '@synod/tla';
import type { CoverageReport } from '../coverage/report.js';
import { coverageSuite } from '../coverage/suite.js';
import { missedThresholds, type Thresholds } from '../coverage/thresholds.js';
import type { Model } from '../model/model.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { divergenceText } from '../trace/text/divergence-text.js';
import { number } from '../trace/text/number.js';
import { coverageMessage } from './coverage-message.js';
import { judgeInput, placed } from './judge-input.js';
import type { TraceInput } from './trace-input.js';

/** What a matcher answers. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Whether an execution is a behaviour of a specification. All is read and compared before it returns: an assertion
 * that somebody forgets to await would not fail its test.
 *
 * @throws InputError if it cannot be told
 */
export function toConformTo(received: TraceInput, model: Model<Vocabulary>): MatcherResult {
  refuseNoModel(model, 'toConformTo');
  const { report } = judgeInput(received, model, 'the trace');
  const { verdict, events, against, files } = report;
  const conforms = `${files.join(', ')} conforms to ${against}, and is expected not to: a behaviour takes all of its ${number(events)} events`;
  return {
    pass: verdict === 'conforms',
    message: () => divergenceText(report) ?? conforms,
  };
}

/**
 * Whether executions, which must all conform, surely exercise so much of a specification.
 *
 * @param thresholds what share is asked for, in percent
 * @throws InputError if it cannot be told: there are no traces, one cannot be read or diverges, or nothing is asked for
 */
export function toCover(
  received: readonly TraceInput[],
  model: Model<Vocabulary>,
  thresholds: Thresholds,
): MatcherResult {
  refuseNoModel(model, 'toCover');
  refuseNothing(received, thresholds);
  const report = placed(() => cover(received, model));
  const missed = placed(() => missedThresholds(report, thresholds));
  return { pass: missed.length === 0, message: () => coverageMessage(report, missed) };
}

function cover(traces: readonly TraceInput[], model: Model<Vocabulary>): CoverageReport {
  const suite = coverageSuite({ graph: model.graph(), spec: model.spec, against: model.name });
  for (const [index, input] of traces.entries()) {
    const { report, validation } = judgeInput(input, model, `traces[${index}]`);
    const divergence = divergenceText(report);
    // Who expects that little is covered does not mean that nothing conforms: with `not`, too, this is an error.
    if (divergence !== undefined) throw new InputError('diverges', divergence);
    suite.add(report.files, { type: 'judged', validation });
  }
  return suite.report();
}

function refuseNothing(traces: readonly TraceInput[], thresholds: Thresholds | undefined): void {
  if (!Array.isArray(traces) || traces.length === 0) {
    const what = Array.isArray(traces) ? 'there are none' : `this is ${typeof traces}`;
    throw new InputError('no-traces', `toCover takes an array of traces, and ${what}.`);
  }
  if (Object.values(thresholds ?? {}).some((asked) => asked !== undefined)) return;
  const message =
    'toCover is asked for nothing: name what is to be covered, such as { steps: 95 }, in percent.';
  throw new InputError('threshold', message);
}

/** A model that was not awaited is a frequent mistake. */
function refuseNoModel(model: Model<Vocabulary>, matcher: string): void {
  if (typeof (model as Partial<Model> | undefined)?.graph === 'function') return;
  const message = `${matcher} takes a model, of openModel or modelOf, and this is none: openModel must be awaited.`;
  throw new InputError('no-model', message);
}
