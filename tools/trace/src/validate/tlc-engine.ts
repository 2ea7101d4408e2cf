import type { SearchOptions, TraceReport } from '@synod/conformance';
import { InputError } from '@synod/tla';
import { findTlc, type Tlc } from '@synod/tlc';
import type { Progress } from '../progress.js';
import type { ValidateOptions } from './options.js';
import { divergenceOf, type Execution, headOf, refusal, strictReason } from './report.js';
import type { Judgement, Target } from './target.js';
import { explainByTlc } from './tlc/explain-by-tlc.js';
import type { TlcModel } from './tlc/open-model.js';
import { type TlcTraceOutcome, validateEachWithTlc } from './tlc/validate-with-tlc.js';

/** An execution that TLC is to judge. */
export interface TlcCase {
  readonly execution: Execution;
  readonly model: TlcModel;
  /** What says why it diverges, where there is something beside TLC that can. */
  readonly target: Target | undefined;
}

/** What judging with TLC is given beside the executions. */
export interface TlcContext {
  readonly options: ValidateOptions;
  readonly search: SearchOptions;
  readonly progress: Progress;
}

/** Judges executions with TLC, those against one model in one run. @returns a report each, in their order */
export async function judgeWithTlc(
  cases: readonly TlcCase[],
  context: TlcContext,
): Promise<readonly TraceReport[]> {
  if (cases.length === 0) return [];
  const tlc = await findTlc({ log: context.progress });
  const reports = new Map<TlcCase, TraceReport>();
  for (const group of byModel(cases)) {
    const started = performance.now();
    const found = await judgeGroup(group, tlc, context);
    // One run judges them all: what it took is shared among them.
    const seconds = (performance.now() - started) / 1000 / group.length;
    for (const [i, one] of group.entries()) {
      const outcome = found[i] as TlcTraceOutcome | InputError;
      reports.set(one, { ...(await reportOn(one, outcome, tlc, context)), seconds });
    }
  }
  return cases.map((one) => reports.get(one) as TraceReport);
}

function byModel(cases: readonly TlcCase[]): readonly (readonly TlcCase[])[] {
  const groups = new Map<string, TlcCase[]>();
  for (const one of cases) {
    const { folder, module, cfg, constants = [] } = one.model;
    const name = JSON.stringify([folder, module, cfg, ...constants]);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

/** Judges all in one run. What is wrong with the model, or with TLC, is so for each of them. */
async function judgeGroup(
  cases: readonly TlcCase[],
  tlc: Tlc,
  { options, progress }: TlcContext,
): Promise<readonly (TlcTraceOutcome | InputError)[]> {
  const [first] = cases;
  if (first === undefined) return [];
  try {
    return await validateEachWithTlc({
      ...first.model,
      traces: cases.map(({ execution }) => execution.trace),
      tlc,
      timeout: options.timeout,
      onProgress: progress,
    });
  } catch (error) {
    if (error instanceof InputError) return cases.map(() => error);
    throw error;
  }
}

async function reportOn(
  { execution, model, target }: TlcCase,
  outcome: TlcTraceOutcome | InputError,
  tlc: Tlc,
  context: TlcContext,
): Promise<Omit<TraceReport, 'seconds'>> {
  const { files, trace } = execution;
  const common = { ...headOf(files, trace), against: model.module, engine: 'tlc' } as const;
  if (outcome instanceof InputError) {
    return { ...common, matched: 0, warnings: trace.warnings, ...refusal(outcome) };
  }
  const warnings = [...trace.warnings, ...outcome.warnings];
  const told = { ...common, matched: outcome.matched, warnings };
  const strict = strictReason(context, outcome.warnings, outcome.conforms);
  if (strict !== undefined) return { ...told, verdict: 'could not tell', reason: strict };
  if (outcome.conforms) return { ...told, verdict: 'conforms' };
  const judgement = target && attempt(target, execution, context);
  if (judgement === undefined) {
    const divergence = await explainByTlc(trace, outcome, {
      ...model,
      tlc,
      timeout: context.options.timeout,
    });
    return { ...told, verdict: 'diverges', divergence };
  }
  if (agree(judgement, outcome))
    return {
      ...told,
      verdict: 'diverges',
      divergence: divergenceOf(judgement, context, (warning) => warnings.push(warning)),
    };
  const reason = `TLC matches ${outcome.matched} of ${trace.events.length} events, and the exported graph ${judgement.validation.outcome.matched}: the graph is not one of this module, or one of the two engines is wrong`;
  return { ...told, verdict: 'could not tell', reason };
}

/** What another engine says; nothing if it cannot judge this trace, for other constants say. */
function attempt(target: Target, { trace }: Execution, { search }: TlcContext): Judgement | undefined {
  try {
    return target.judge(trace, search);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function agree({ validation }: Judgement, outcome: TlcTraceOutcome): boolean {
  return (
    validation.outcome.first === outcome.first &&
    cutsText(validation.outcome.maximal) === cutsText(outcome.maximal)
  );
}

function cutsText(maximal: readonly { readonly cut: readonly number[] }[]): string {
  const cuts = maximal.map(({ cut }) => cut.join(' '));
  return cuts.toSorted().join();
}
