import { nearest } from '@synod/conformance';
import { InputError } from '@synod/tla';
import type { ModelEntry, Project } from './open-project.js';

export { type ModelEntry, openProject, type Project } from './open-project.js';

/**
 * The models of these names, or those that `otherwise` picks if there are no names.
 *
 * @throws InputError for a name that no model has, with the nearest one that there is
 */
export function chooseModels(
  { models }: Project,
  names: readonly string[],
  otherwise: (model: ModelEntry) => boolean,
): readonly ModelEntry[] {
  if (names.length === 0) return models.filter(otherwise);
  return names.map((name) => {
    const model = models.find((candidate) => candidate.name === name);
    if (model !== undefined) return model;
    const suggestion = nearest(
      name,
      models.map((candidate) => candidate.name),
    );
    const hint = suggestion === undefined ? 'synod models lists them' : `did you mean ${suggestion}?`;
    throw new InputError('unknown-model', `there is no model ${name}; ${hint}`);
  });
}
