import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { StateSpace } from '@synod/conformance';
import type { StateGraph } from '@synod/spec';
import { InputError } from '@synod/tla';
import { openModel } from '../model.js';
import { openForeign } from '../open-foreign.js';
import { chooseModels, type ModelEntry, type Project } from '../project.js';
import { modelGraphTarget } from '../validate/graph-target.js';
import type { GenerateCommandOptions } from './options.js';

/** A graph that behaviours are made of. */
export interface Source {
  /** What it is called for people. */
  readonly name: string;
  /** The module. */
  readonly spec: string;
  /** The bundled model, if it is one. */
  readonly model: string | undefined;
  readonly graph: StateGraph;
  readonly space: StateSpace;
  readonly warnings: readonly string[];
}

/**
 * The graph that options name.
 *
 * @throws InputError if they name none, or it cannot be had
 */
export async function openSource(
  openProject: () => Promise<Project>,
  options: GenerateCommandOptions,
): Promise<Source> {
  const { model, graph: file, spec } = options;
  if (model !== undefined) return bundled(await openProject(), model);
  if (file === undefined && spec === undefined) {
    const message =
      'behaviours are made of a graph: give --model NAME for a bundled model ("synod models" lists them), --graph FILE for an export of TLC, or --spec FILE.tla';
    throw new InputError('options', message);
  }
  const opened = await openForeign(options);
  // A dump does not say of which module it is, and a trace must.
  const name = opened.spec === '' ? basename(opened.name).replace(/\..*$/, '') || 'Unknown' : opened.spec;
  const { space, warnings } = opened;
  return { name: opened.name, spec: name, model: undefined, graph: opened.graph(), space, warnings };
}

async function bundled(project: Project, name: string): Promise<Source> {
  const [entry] = chooseModels(project, [name], () => false) as [ModelEntry];
  if (!existsSync(join(project.traces, entry.name, 'manifest.json'))) {
    const message = `the export of ${name}, which behaviours are made of, is not kept: have TLC write it with "synod export ${name} --out DIR", then give --graph DIR/${name} instead of --model`;
    throw new InputError('no-export', message);
  }
  const { space, graph } = await modelGraphTarget(project, await openModel(project, entry), false);
  if (space === undefined || graph === undefined) throw new Error('a target of a graph has it');
  return { name, spec: entry.module, model: name, graph, space, warnings: [] };
}
