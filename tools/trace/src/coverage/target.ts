import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StateSpace } from '@synod/conformance';
import type { StateGraph } from '@synod/spec';
import { InputError } from '@synod/tla';
import { openModel } from '../model.js';
import { chooseModels, type ModelEntry, type Project } from '../project.js';
import { foreignTarget } from '../validate/foreign-target.js';
import { modelGraphTarget } from '../validate/graph-target.js';
import type { Target } from '../validate/target.js';
import type { CoverageOptions } from './options.js';

/** A target that has all of its states and steps. */
export type WholeTarget = Target & { readonly space: StateSpace; readonly graph: StateGraph };

/**
 * The one graph that everything is counted in.
 *
 * @throws InputError if none is named, or it cannot be had
 */
export async function coverageTarget(
  openProject: () => Promise<Project>,
  options: CoverageOptions,
): Promise<WholeTarget> {
  const { model, graph, spec } = options;
  if (model === undefined) {
    if ((graph ?? spec) !== undefined) return whole(await foreignTarget(options));
    const message =
      'coverage is counted in one graph: give --model NAME for a bundled model ("synod models" lists them), --graph FILE for an export of TLC, or --spec FILE.tla';
    throw new InputError('options', message);
  }
  const project = await openProject();
  const [entry] = chooseModels(project, [model], () => false) as [ModelEntry];
  if (!existsSync(join(project.traces, entry.name, 'manifest.json'))) throw noExport(entry.name);
  const target = await modelGraphTarget(project, await openModel(project, entry), true);
  await target.prepare?.();
  return whole(target);
}

function noExport(name: string): InputError {
  const message = `the export of ${name}, in which coverage is counted, is not kept: have TLC write it with "synod export ${name} --out DIR", then give --graph DIR/${name} instead of --model`;
  return new InputError('no-export', message);
}

function whole(target: Target): WholeTarget {
  const { space, graph } = target;
  if (space === undefined || graph === undefined) throw new Error('a target of a graph has it');
  return { ...target, space, graph };
}
