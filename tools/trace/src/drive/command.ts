import { type DriveReport, driveBehaviours, type Model } from '@synod/conformance';
import { InputError } from '@synod/tla';
import { writeToStandardOutput } from '../graph/write-output.js';
import { refuseForeign } from '../open-foreign.js';
import { colours } from '../output/colours.js';
import { type Progress, terminalProgress } from '../progress.js';
import type { Project } from '../project.js';
import { type Chosen, chooseBehaviours } from './behaviours.js';
import { type Implementation, openImplementation } from './implementation.js';
import { driveModel } from './model.js';
import type { DriveCommandOptions } from './options.js';
import { driveText } from './text.js';

/**
 * `synod drive -- COMMAND…`: runs an implementation through behaviours of a specification. `synod drive --roles`: the roles
 * of the project.
 *
 * @param command the program and its arguments: none with --roles
 * @returns the exit code: 1 if it diverges, else 0
 * @throws InputError if there is no graph, or the program is no such implementation
 */
export async function driveCommand(
  openProject: () => Promise<Project>,
  command: readonly string[],
  options: DriveCommandOptions,
): Promise<0 | 1> {
  refuseCombinations(command, options);
  const progress = terminalProgress();
  try {
    progress('reading the graph');
    const model = await driveModel(openProject, options);
    progress('finding behaviours');
    const chosen = chooseBehaviours(model, options);
    const taken = new Set<string>();
    const implementation = await openImplementation(openProject, command, options);
    const report = await run(model, implementation, chosen, options, progress, taken);
    progress.done();
    for (const warning of report.warnings) console.error(`synod: warning: ${warning}`);
    const reached = { reached: taken.size, total: model.graph().targets.length };
    const { how, seed } = chosen;
    const text =
      options.json === true
        ? JSON.stringify(
            { ...report, ...(seed === undefined ? {} : { seed }), graphSteps: reached },
            undefined,
            2,
          )
        : driveText(report, how, reached, colours(options.color));
    await writeToStandardOutput([`${text}\n`]);
    return report.failure === undefined ? 0 : 1;
  } finally {
    progress.done();
  }
}

/** @param taken is filled with the steps that were surely taken */
async function run(
  model: Model,
  implementation: Implementation,
  { behaviours, count }: Chosen,
  { refusals, shrink }: DriveCommandOptions,
  progress: Progress,
  taken: Set<string>,
): Promise<DriveReport> {
  try {
    return await driveBehaviours(model, implementation.adapter, behaviours, {
      refusals,
      shrink,
      onProgress: (soFar) => progress(`behaviour ${soFar.behaviours} of ${count}, ${soFar.steps} steps`),
      onFailure: (message) => progress(`making it shorter: ${message}`),
      onStep: (from, { label, to }) => void taken.add(`${from} ${to} ${label.key}`),
    });
  } finally {
    await implementation.close();
  }
}

function refuseCombinations(command: readonly string[], options: DriveCommandOptions): void {
  refuseImplementations(command, options);
  const { cover, maxLength, random, seed, length } = options;
  refuseForeign(options);
  if (random !== undefined && (cover ?? maxLength) !== undefined)
    refuse('--cover and --max-length are for behaviours that cover the graph, --random for those by chance');
  if (random === undefined && (seed ?? length) !== undefined)
    refuse('--seed and --length are for behaviours by chance: say how many with --random');
}

function refuseImplementations(command: readonly string[], options: DriveCommandOptions): void {
  const { roles, restart, model, graph, timeout } = options;
  if (roles !== true) {
    if (restart === true) refuse('--restart is for --roles: a program starts again when it likes');
    if (command.length === 0) refuse('say what is to take the steps: a program after --, or --roles');
    return;
  }
  if (command.length > 0) refuse('give either a program or --roles, not both');
  if (graph !== undefined || model === undefined)
    refuse('--roles take the steps of a bundled model of Paxos: give --model MCPaxosTiny, say');
  if (timeout !== undefined) refuse('--timeout is for a program: the roles answer at once');
}

function refuse(message: string): never {
  throw new InputError('options', message);
}
