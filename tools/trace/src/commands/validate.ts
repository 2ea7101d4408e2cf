import { InputError } from '@synod/tla';
import { cfgOf } from '../open-foreign.js';
import { colours } from '../output/colours.js';
import { terminalProgress } from '../progress.js';
import type { Project } from '../project.js';
import { readExecutions } from '../validate/executions.js';
import { judgeAll } from '../validate/judge-all.js';
import type { ValidateOptions } from '../validate/options.js';
import { printReports } from '../validate/print.js';
import { traceFiles } from '../validate/trace-files.js';

/**
 * `synod validate TRACE…`: whether executions are behaviours of a specification.
 *
 * @param named traces, and folders of them; `-` is standard input
 * @returns the exit code: 1 if one diverges, else 2 if one could not be told of, else 0
 */
export async function validateCommand(
  openProject: () => Promise<Project>,
  named: readonly string[],
  { config, ...given }: ValidateOptions,
): Promise<number> {
  const cfg = cfgOf({ ...given, ...(config === undefined ? {} : { config }) });
  const options: ValidateOptions = cfg === undefined ? given : { ...given, cfg };
  const files = traceFiles(named);
  refuseCombinations(files, options);
  if (options.follow === true) {
    const { followCommand } = await import('../validate/follow.js');
    return followCommand(openProject, files[0] as string, options);
  }
  const progress = terminalProgress();
  const started = performance.now();
  const expired = (): boolean =>
    options.timeout !== undefined && performance.now() - started > options.timeout * 1000;
  const known = {
    fresh: options.fresh === true,
    onKnown: (model: string) => progress(`the export of ${model} is known from an earlier run`),
  };
  try {
    const readings = await readExecutions(files, options);
    const reports = await judgeAll(openProject, readings, options, { expired, progress, known });
    progress.done();
    return await printReports(reports, options, colours(options.color));
  } finally {
    progress.done();
  }
}

function refuseCombinations(files: readonly string[], options: ValidateOptions): void {
  const { model, graph, engine, spec, cfg, log, variables, follow, together, ballots } = options;
  if (model !== undefined && graph !== undefined) refuse('give either --model or --graph, not both');
  if (graph !== undefined && engine === 'model') {
    refuse('--engine model is for the bundled specifications: give --model instead of --graph');
  }
  if (graph !== undefined && engine === 'spec')
    refuse('--engine spec compiles the module: give --spec and --config without --graph');
  if (model !== undefined && spec !== undefined)
    refuse('--spec is for a graph of your own: a bundled model has its module');
  if (spec === undefined && cfg !== undefined && graph === undefined)
    refuse('--cfg says how --spec or --graph was checked: name that too');
  if (graph === undefined && (log ?? variables) !== undefined)
    refuse('--log and --variables are for --graph');
  if (ballots !== undefined && ((graph ?? spec) !== undefined || (engine ?? 'model') !== 'model'))
    refuse('--ballots is for --engine model: the others have the ballots of their model');
  if (files.filter((file) => file === '-').length > 1) refuse('standard input (-) can be read only once');
  if (follow === true && (files.length !== 1 || together === true)) refuse('--follow takes one trace');
  if (follow === true && engine === 'tlc')
    refuse('--follow needs the engine graph, model or spec: TLC judges whole traces');
}

function refuse(message: string): never {
  throw new InputError('options', message);
}
