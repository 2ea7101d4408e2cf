import type { Model } from '@synod/conformance';
import { guardsFor } from '../explain.js';
import { openSource } from '../generate/source.js';
import { openModel } from '../model.js';
import { openForeign } from '../open-foreign.js';
import { chooseModels, type ModelEntry, type Project } from '../project.js';
import type { DriveCommandOptions } from './options.js';

/**
 * The graph that options name, with the text of its module where that is known.
 *
 * @throws InputError if they name none, or it cannot be had
 */
export async function driveModel(
  openProject: () => Promise<Project>,
  options: DriveCommandOptions,
): Promise<Model> {
  const { model: name, graph: file, spec, color } = options;
  if (name === undefined && (file ?? spec) !== undefined) return openForeign(options);
  const source = await openSource(openProject, {
    cover: 'steps',
    color,
    ...(name === undefined ? {} : { model: name }),
  });
  const project = await openProject();
  const [entry] = chooseModels(project, [source.name], () => false) as [ModelEntry];
  const { constants } = await openModel(project, entry);
  const { space, graph, warnings } = source;
  const guards = (await guardsFor(project, entry.module))(constants, space);
  return { spec: source.spec, name: source.name, space, graph: () => graph, guards, warnings };
}
