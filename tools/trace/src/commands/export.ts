import { join } from 'node:path';
import { InputError } from '@synod/tla';
import { type Manifest, verifyManifest } from '@synod/tla/node';
import { exportModel, findTlc, type Tlc } from '@synod/tlc';
import { type Model, openModel } from '../model.js';
import { number } from '../output/table.js';
import { exportPlan } from '../plan.js';
import { terminalProgress } from '../progress.js';
import { chooseModels, type ModelEntry, type Project } from '../project.js';
import { compareExports } from '../same-export.js';
import { withScratch } from '../scratch.js';

/** What `synod export` may be told. */
export interface ExportOptions {
  readonly out?: string;
  readonly check?: boolean;
  readonly orManifests?: boolean;
}

/**
 * `synod export [MODEL…]`: has TLC check each model and write down its states and steps, into `traces/tlc`. With
 * `--check` what it writes is compared with what lies there, and nothing there is changed.
 *
 * @returns the exit code
 */
export async function exportCommand(
  project: Project,
  names: readonly string[],
  options: ExportOptions,
): Promise<number> {
  const models = chooseModels(project, names, (model) => model.committed);
  const tlc = await tlcOrNone(options.orManifests === true);
  if (tlc === undefined) return verifyCommitted(project, models);
  let exitCode = 0;
  for (const entry of models) {
    const model = await openModel(project, entry);
    if (options.check === true) exitCode = Math.max(exitCode, await checkAgain(project, model, tlc));
    else await write(project, model, tlc, options.out ?? project.traces);
  }
  return exitCode;
}

/** TLC; where it cannot be had and that is allowed, one line that says so. */
async function tlcOrNone(allowed: boolean): Promise<Tlc | undefined> {
  try {
    return await findTlc({ log: (text) => console.error(`synod: ${text}`) });
  } catch (error) {
    if (!allowed || !(error instanceof InputError) || !['no-tlc', 'no-java'].includes(error.code))
      throw error;
    console.log(
      `TLC cannot be had here, so the committed exports are held to their manifests: ${error.message}`,
    );
    return undefined;
  }
}

async function verifyCommitted(project: Project, models: readonly ModelEntry[]): Promise<number> {
  for (const { name } of models) {
    const { counts } = await verifyManifest(join(project.traces, name), project.specs);
    console.log(`${name}: ${number(counts.distinct)} states, as its manifest says`);
  }
  return 0;
}

async function write(project: Project, model: Model, tlc: Tlc, out: string): Promise<void> {
  const { counts, tlc: used } = await exported(project, model, tlc, join(out, model.entry.name));
  console.log(`${model.entry.name}: ${number(counts.distinct)} states, exported with ${used.version}`);
}

async function checkAgain(project: Project, model: Model, tlc: Tlc): Promise<number> {
  return withScratch(async (folder, signal) => {
    const { name } = model.entry;
    const fresh = join(folder, name);
    await exported(project, model, tlc, fresh, signal);
    const difference = await compareExports(join(project.traces, name), fresh, model);
    console.log(`${name}: ${difference ?? 'exported anew, the same'}`);
    return difference === undefined ? 0 : 1;
  });
}

async function exported(
  project: Project,
  model: Model,
  tlc: Tlc,
  folder: string,
  signal?: AbortSignal,
): Promise<Manifest> {
  const progress = terminalProgress();
  try {
    const onProgress = (text: string): void => progress(`${model.entry.name}: ${text}`);
    return await exportModel(exportPlan(project, model), folder, {
      tlc,
      onProgress,
      ...(signal === undefined ? {} : { signal }),
    });
  } finally {
    progress.done();
  }
}
