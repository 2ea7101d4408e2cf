import { nearest } from '@synod/conformance/judge';
import { InputError } from '@synod/tla';
import type { ModelEntry, Project } from './open-project.js';

export { type ModelEntry, openProject, type Project } from './open-project.js';

/**
 * The models of these names, or those that `otherwise` picks if there are no names; none that only `synod explore` takes.
 *
 * @throws InputError for a name that no model has, with the nearest one that there is, and for a model that is too large
 */
export function chooseModels(
  { models }: Project,
  names: readonly string[],
  otherwise: (model: ModelEntry) => boolean,
): readonly ModelEntry[] {
  if (names.length === 0) return models.filter((model) => !model.explored && otherwise(model));
  return names.map((name) => {
    const model = models.find((candidate) => candidate.name === name);
    if (model?.explored === true) {
      const message = `the model ${name} is too large for this; synod explore ${name} finds and checks its states`;
      throw new InputError('too-large', message);
    }
    if (model !== undefined) return model;
    const suggestion = nearest(
      name,
      models.map((candidate) => candidate.name),
    );
    const hint = suggestion === undefined ? 'synod models lists them' : `did you mean ${suggestion}?`;
    throw new InputError('unknown-model', `there is no model ${name}; ${hint}`);
  });
}
