import { type Protocol, replay } from '@synod/simulator';
import { colours } from '../output/colours.js';
import type { Project } from '../project.js';
import { readScheduleFile } from '../read-schedule-file.js';
import { explainRun } from './failure.js';
import { openJudge } from './judge.js';
import type { SimulateOptions } from './options.js';
import type { Plan } from './plan.js';
import { readPlan } from './read-options.js';
import { outcomeLines, scheduleLines } from './text.js';

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
  const schedule = readScheduleFile(file);
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
