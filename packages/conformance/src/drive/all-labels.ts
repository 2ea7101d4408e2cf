import { type Label, labelKey } from '@synod/spec';
import { InputError } from '@synod/tla';
import { calledIn, type StateSpace } from '../trace/space.js';

/**
 * All labels that steps may have: those of a graph; of a specification in TypeScript, each action with each choice of its
 * parameters.
 *
 * @throws InputError if the steps do not say which action they are of
 */
export function allLabels(space: StateSpace): readonly Label[] {
  const labels = new Map<string, Label>();
  for (const action of space.actions.keys()) {
    for (const parameters of space.parameters({ action, parameters: [] })) {
      const key = labelKey(action, parameters);
      labels.set(key, { action, parameters, key });
    }
  }
  if (labels.size > 0) return [...labels.values()];
  const message = `the steps of ${calledIn(space)} name no actions, so that there is nothing to ask an implementation for: have TLC write the graph with -dump dot,actionlabels.`;
  throw new InputError('no-actions', message);
}
