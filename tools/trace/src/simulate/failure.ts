import { writeFileSync } from 'node:fs';
import type { TraceReport } from '@synod/conformance';
import { type Run, type Schedule, scheduleText, shrinkSchedule } from '@synod/simulator';
import { InputError } from '@synod/tla';
import { modelTarget } from '../validate/model-target.js';
import { reportOf } from '../validate/report.js';
import { type Bench, simulatedRun } from './batch.js';
import { graphOf } from './judge.js';
import type { Plan } from './plan.js';
import { judgedTrace } from './run-trace.js';

/** A run that failed, made as short as it can be. */
export interface Failure {
  readonly seed: number;
  /** In what it failed. */
  readonly failure: string;
  /** How many moves it had at first. */
  readonly moves: number;
  /** What is left of it, and how many replays it took. */
  readonly schedule: Schedule;
  readonly replays: number;
  readonly run: Run;
  /** In what the trace that is left diverges; nothing if it has no events. */
  readonly report: TraceReport | undefined;
}

/** Makes a failing run short, and says in what it fails. */
export async function shrunkFailure(bench: Bench, seed: number): Promise<Failure> {
  const { plan, protocol, judge } = bench;
  const run = simulatedRun(bench, seed);
  const { failure } = judge(run);
  if (failure === undefined) throw new Error(`seed ${seed} failed, and does not fail again`);
  // A run that cannot be judged does not fail in the same way.
  const fails = (candidate: Run): boolean => {
    try {
      return judge(candidate).failure === failure;
    } catch (error) {
      if (error instanceof InputError) return false;
      throw error;
    }
  };
  const shrunk = shrinkSchedule(run, fails, { observe: plan.observe, protocol });
  return {
    seed,
    failure,
    moves: run.schedule.moves.length,
    schedule: { ...shrunk.schedule, seed },
    replays: shrunk.replays,
    run: shrunk.run,
    report: await explainRun(shrunk.run, plan, `seed ${seed}`),
  };
}

/** A run's trace held against the specification, as `synod validate` would report it. */
export async function explainRun(run: Run, plan: Plan, file: string): Promise<TraceReport | undefined> {
  const trace = judgedTrace(run, plan, file);
  if (trace === undefined) return undefined;
  const { project, model } = plan;
  const target =
    model === undefined
      ? await modelTarget(project, 'Paxos', undefined, undefined)
      : await graphOf(plan, model);
  const engine = model === undefined ? 'model' : 'graph';
  return reportOf({ files: [file], trace }, { target, engine, options: {}, search: {} });
}

/** @throws InputError if it cannot be written */
export function saveSchedule(schedule: Schedule, file: string): void {
  try {
    writeFileSync(file, scheduleText(schedule));
  } catch (cause) {
    const message = `the schedule cannot be written: ${(cause as Error).message}`;
    throw new InputError('save', message, { file }, { cause });
  }
}
