import { type DriveReport, driveBehaviours, type Model, processAdapter } from '@synod/conformance';
import { InputError } from '@synod/tla';
import { writeToStandardOutput } from '../graph/write-output.js';
import { colours } from '../output/colours.js';
import { type Progress, terminalProgress } from '../progress.js';
import type { Project } from '../project.js';
import { type Chosen, chooseBehaviours } from './behaviours.js';
import { driveModel } from './model.js';
import type { DriveCommandOptions } from './options.js';
import { driveText } from './text.js';

/**
 * `synod drive -- COMMAND…`: runs an implementation through behaviours of a specification.
 *
 * @param command the program and its arguments
 * @returns the exit code: 1 if it diverges, else 0
 * @throws InputError if there is no graph, or the program is no such implementation
 */
export async function driveCommand(
  openProject: () => Promise<Project>,
  command: readonly string[],
  options: DriveCommandOptions,
): Promise<0 | 1> {
  refuseCombinations(options);
  const progress = terminalProgress();
  try {
    progress('reading the graph');
    const model = await driveModel(openProject, options);
    progress('finding behaviours');
    const chosen = chooseBehaviours(model, options);
    const taken = new Set<string>();
    const report = await run(model, command, chosen, options, progress, taken);
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
  [program = '', ...args]: readonly string[],
  { behaviours, count }: Chosen,
  { refusals, shrink, timeout }: DriveCommandOptions,
  progress: Progress,
  taken: Set<string>,
): Promise<DriveReport> {
  const adapter = processAdapter(program, args, timeout === undefined ? {} : { timeout });
  try {
    return await driveBehaviours(model, adapter, behaviours, {
      refusals,
      shrink,
      onProgress: (soFar) => progress(`behaviour ${soFar.behaviours} of ${count}, ${soFar.steps} steps`),
      onFailure: (message) => progress(`making it shorter: ${message}`),
      onStep: (from, { label, to }) => void taken.add(`${from} ${to} ${label.key}`),
    });
  } finally {
    await adapter.close();
  }
}

function refuseCombinations(options: DriveCommandOptions): void {
  const { model, graph, spec, cfg, log, variables, cover, maxLength, random, seed, length } = options;
  if (model !== undefined && graph !== undefined) refuse('give either --model or --graph, not both');
  if (graph === undefined && (log ?? variables ?? spec ?? cfg) !== undefined)
    refuse('--spec, --cfg, --log and --variables are for --graph: a bundled model has its own');
  if (random !== undefined && (cover ?? maxLength) !== undefined)
    refuse('--cover and --max-length are for behaviours that cover the graph, --random for those by chance');
  if (random === undefined && (seed ?? length) !== undefined)
    refuse('--seed and --length are for behaviours by chance: say how many with --random');
}

function refuse(message: string): never {
  throw new InputError('options', message);
}
