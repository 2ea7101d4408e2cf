import type { TraceReport } from '@synod/conformance';
import { asksForOperators, eventCount } from '@synod/conformance/judge';
import { InputError } from '@synod/tla';
import type { Progress } from '../progress.js';
import type { Project } from '../project.js';
import { type Choice, chooser } from './choose.js';
import type { Reading } from './executions.js';
import type { KnownExports } from './known-export.js';
import type { ValidateOptions } from './options.js';
import { type Court, type Execution, headOf, reportOf, unreadable } from './report.js';
import type { TlcCase } from './tlc-engine.js';

/** What judging many executions is given beside them. */
export interface JudgeContext {
  readonly expired: () => boolean;
  readonly progress: Progress;
  readonly known: KnownExports;
}

/**
 * Judges executions, each against what the options and its header name. What cannot be judged becomes a report that
 * says why; only what is wrong for all of them is an error.
 *
 * @throws InputError if what they are to be held against cannot be had
 */
export async function judgeAll(
  openProject: () => Promise<Project>,
  readings: readonly Reading[],
  options: ValidateOptions,
  { expired, progress, known }: JudgeContext,
): Promise<readonly TraceReport[]> {
  const search = {
    expired,
    ...(options.maxFrontier === undefined ? {} : { maxFrontier: options.maxFrontier }),
  };
  const operators = readings.some((reading) => 'trace' in reading && asksForOperators(reading.trace));
  const choose = chooser(openProject, options, operators, known);
  const reports: (TraceReport | undefined)[] = [];
  const forTlc: (TlcCase & { readonly index: number })[] = [];
  for (const [index, reading] of readings.entries()) {
    if ('error' in reading) {
      reports[index] = unreadable(reading.files, reading.error, options.engine ?? 'graph');
      continue;
    }
    progress(`${reading.files.join(', ')}: ${eventCount(reading.trace)} events`);
    const choice = await chosen(() => choose(reading.trace), options);
    if (choice instanceof InputError) {
      const { files, trace } = reading;
      reports[index] = { ...unreadable(files, choice, options.engine ?? 'graph'), ...headOf(files, trace) };
    } else if (choice.engine === 'tlc') {
      await choice.target?.prepare?.();
      forTlc.push({ index, execution: reading, ...choice });
    } else reports[index] = await reportWith(reading, { ...choice, options, search });
  }
  if (forTlc.length > 0) {
    const { judgeWithTlc } = await import('./tlc-engine.js');
    const judged = await judgeWithTlc(forTlc, { options, search, progress });
    for (const [i, { index }] of forTlc.entries()) reports[index] = judged[i];
  }
  return reports.filter((report) => report !== undefined);
}

/** What a trace's own header names is wrong for that trace only; what the options name is wrong for all. */
async function chosen(choose: () => Promise<Choice>, options: ValidateOptions): Promise<Choice | InputError> {
  const { model, graph, spec } = options;
  try {
    return await choose();
  } catch (error) {
    if (!(error instanceof InputError) || (model ?? graph ?? spec) !== undefined) throw error;
    return error;
  }
}

/** Judges an execution. Only if it diverges, what says why is loaded, and it is judged again. */
async function reportWith(execution: Execution, court: Court): Promise<TraceReport> {
  const report = reportOf(execution, court);
  if (report.verdict !== 'diverges' || court.target.prepare === undefined) return report;
  await court.target.prepare();
  return reportOf(execution, court);
}
