import { readFileSync, statSync } from 'node:fs';
import { type Protocol, readSchedule, replay, type Schedule, ScheduleError } from '@synod/simulator';
import { InputError } from '@synod/tla';
import { colours } from '../output/colours.js';
import type { Project } from '../project.js';
import { explainRun } from './failure.js';
import { openJudge } from './judge.js';
import type { SimulateOptions } from './options.js';
import type { Plan } from './plan.js';
import { readPlan } from './read-options.js';
import { outcomeLines, scheduleLines } from './text.js';

/** A schedule of the most moves that are read has about so many bytes. */
const largestFile = 256 * 1024 * 1024;

/**
 * `synod simulate --replay FILE`: what comes of a saved schedule.
 *
 * @returns the exit code: 1 if it fails
 */
export async function replayCommand(
  openProject: () => Promise<Project>,
  options: SimulateOptions,
  file: string,
  protocol?: Protocol,
): Promise<number> {
  const schedule = readFile(file);
  const { cluster } = schedule;
  const values = [
    ...new Set(schedule.moves.flatMap((move) => (move.move === 'propose' ? [move.value] : []))),
  ];
  const planned = await readPlan(await openProject(), { ...options, coverage: false });
  // Within a model, values are those of the model.
  const plan: Plan = { ...planned, cluster, ...(options.model === undefined ? { values } : {}) };
  const run = replay(schedule, { observe: plan.observe, protocol });
  const { failure } = (await openJudge(plan))(run);
  const report = await explainRun(run, plan, file);
  const exitCode = failure === undefined ? 0 : 1;
  if (options.json === true) {
    const { violations, learned } = run;
    const verdict = exitCode === 0 ? 'conforms' : 'fails';
    const made = { moves: run.schedule.moves.length, of: schedule.moves.length };
    console.log(
      JSON.stringify({ format: 1, verdict, failure, ...made, learned, violations, report }, undefined, 2),
    );
    return exitCode;
  }
  const coloured = colours(options.color);
  console.log(scheduleLines(run.schedule));
  const passed = schedule.moves.length - run.schedule.moves.length;
  if (passed > 0)
    console.log(`${passed} of ${schedule.moves.length} moves were not possible, and passed over.`);
  for (const line of outcomeLines(run, report, coloured)) console.log(line);
  if (exitCode === 0)
    console.log(`${coloured.green('conforms')}: the run is a behaviour of ${plan.model ?? 'Paxos'}.`);
  return exitCode;
}

function readFile(file: string): Schedule {
  try {
    if (statSync(file).size > largestFile) throw new Error('it is too large for a schedule');
    return readSchedule(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof ScheduleError) throw refused(error, file);
    const message = `the schedule cannot be read: ${(error as Error).message}`;
    throw new InputError('schedule', message, { file }, { cause: error });
  }
}

function refused({ code, message, line }: ScheduleError, file: string): InputError {
  if (line === undefined) return new InputError(code, message, { file });
  return new InputError(code, message.replace(/^line \d+: /u, ''), { file, line });
}
