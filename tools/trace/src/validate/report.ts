import type { SearchOptions, Trace, TraceReport } from '@synod/conformance';
import { eventCount, explainTrace, shrinkTrace, suggestHidden } from '@synod/conformance/judge';
import { describe, InputError } from '@synod/tla';
import type { Engine, ValidateOptions } from './options.js';
import type { Judgement, Target } from './target.js';

/** An execution to be judged: its files, and what was read from them. */
export interface Execution {
  readonly files: readonly string[];
  readonly trace: Trace;
}

/** Who judges, and what it is told. */
export interface Court {
  readonly target: Target;
  readonly engine: Engine;
  readonly options: Pick<ValidateOptions, 'strict' | 'suggestHidden' | 'shrink'>;
  readonly search: SearchOptions;
}

/** Judges one execution. What cannot be judged becomes a report that says why. */
export function reportOf({ files, trace }: Execution, court: Court): TraceReport {
  const started = performance.now();
  const { target, engine, search } = court;
  const common = { ...headOf(files, trace), against: target.against, engine };
  const seconds = (): number => (performance.now() - started) / 1000;
  try {
    const judgement = target.judge(trace, search);
    const warnings = [...trace.warnings, ...target.warnings, ...judgement.validation.warnings];
    const { outcome } = judgement.validation;
    const told = { ...common, matched: outcome.matched, warnings, ...ballotsOf(judgement) };
    const reason = judgement.reason ?? strictReason(court, judgement.validation.warnings, outcome.conforms);
    if (reason !== undefined) return { ...told, verdict: 'could not tell', reason, seconds: seconds() };
    if (outcome.conforms) return { ...told, verdict: 'conforms', seconds: seconds() };
    const divergence = divergenceOf(judgement, court, (warning) => warnings.push(warning));
    return { ...told, verdict: 'diverges', divergence, seconds: seconds() };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...common, matched: 0, warnings: trace.warnings, ...refusal(error), seconds: seconds() };
  }
}

export function headOf(
  files: readonly string[],
  trace: Trace,
): Pick<TraceReport, 'files' | 'spec' | 'order' | 'events'> {
  const { header } = trace;
  return { files, spec: header.spec ?? '', order: header.order, events: eventCount(trace) };
}

function ballotsOf({ ballots }: Judgement): Pick<TraceReport, 'ballots'> {
  return ballots === undefined ? {} : { ballots };
}

/** With `--strict`, what was not compared stands in the way of conforming; a divergence is one nevertheless. */
export function strictReason(
  { options }: Pick<Court, 'options'>,
  warnings: readonly string[],
  conforms: boolean,
): string | undefined {
  return options.strict === true && conforms ? warnings[0] : undefined;
}

/** @param warn is told of what was asked for and could not be found */
export function divergenceOf(
  { validation, guards }: Judgement,
  { options, search }: Pick<Court, 'options' | 'search'>,
  warn: (warning: string) => void,
): NonNullable<TraceReport['divergence']> {
  // That it diverges is known: what comes to a limit now is left out.
  const within = <T>(option: string, find: () => T): T | undefined => {
    try {
      return find();
    } catch (error) {
      if (!(error instanceof InputError) || error.code !== 'limit') throw error;
      warn(`${option} gave up: ${error.message}`);
      return undefined;
    }
  };
  const { suggestHidden: suggest, shrink } = options;
  const suggestions =
    suggest === true ? within('--suggest-hidden', () => suggestHidden(validation, search)) : undefined;
  const shrunk =
    shrink === true ? within('--shrink', () => shrinkTrace(validation, guards, search)) : undefined;
  return {
    ...explainTrace(validation, guards),
    ...(suggestions === undefined ? {} : { suggestions }),
    ...(shrunk === undefined ? {} : { shrunk }),
  };
}

export function refusal(error: InputError): Pick<TraceReport, 'verdict' | 'reason'> {
  return { verdict: 'could not tell', reason: describe(error) };
}

/** The report of an execution that could not even be read. */
export function unreadable(files: readonly string[], error: InputError, engine: Engine): TraceReport {
  return {
    files,
    spec: '',
    against: '',
    engine,
    order: 'total',
    events: 0,
    matched: 0,
    warnings: [],
    ...refusal(error),
    seconds: 0,
  };
}
