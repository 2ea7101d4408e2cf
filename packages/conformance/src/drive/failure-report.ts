import { judgeTrace } from '../model/judge-trace.js';
import type { Model } from '../model/model.js';
import { readTrace } from '../trace/read/read-trace.js';
import type { TraceReport } from '../trace/report.js';
import type { Trace } from '../trace/trace.js';
import type { DriveFailure } from './drive-report.js';
import type { FailedRun, Shortest } from './shrink-run.js';

/** A failure for people and programs. */
export async function failureReport(
  model: Model,
  found: FailedRun,
  { run, remark }: Shortest,
  foundIn: number,
): Promise<DriveFailure> {
  const { kind, message, label, thrown, plan } = run.failed;
  const taken = plan.behaviour.steps.map((step) => step.label.key);
  const isAsked = plan.last !== undefined && label !== undefined;
  const report = await traceReport(model, run.trace);
  return {
    kind,
    message: remark === undefined ? message : `${message}. ${remark}`,
    labels: isAsked ? [...taken, label.key] : taken,
    foundIn: Math.max(foundIn, found.failed.plan.behaviour.steps.length),
    trace: run.trace,
    ...(report === undefined ? {} : { report }),
    ...(thrown === undefined ? {} : { thrown }),
  };
}

/** Why the run, as a trace, is none of the specification's; nothing if it is one, or has no events. */
async function traceReport(model: Model, lines: readonly string[]): Promise<TraceReport | undefined> {
  if (lines.length < 2) return undefined;
  const trace = await readTrace({ chunks: lines.map((line) => `${line}\n`), file: 'run' });
  const { report } = judgeTrace(withoutPlaces(trace), model, []);
  return report.verdict === 'diverges' ? report : undefined;
}

/** It is in no file that somebody could open. */
function withoutPlaces({ header, events, warnings }: Trace): Trace {
  return {
    header: { ...header, place: {} },
    events: events.map((event) => ({ ...event, place: {} })),
    warnings,
  };
}
