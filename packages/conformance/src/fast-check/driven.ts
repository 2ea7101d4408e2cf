import { InputError } from '@synod/tla';
import fc from 'fast-check';
import type { Adapter } from '../drive/adapter.js';
import { driveBehaviours } from '../drive/drive.js';
import type { DriveFailure } from '../drive/drive-report.js';
import type { Model } from '../model/model.js';
import type { AnyVocabulary, Vocabulary } from '../model/vocabulary.js';
import { divergenceText } from '../trace/text/divergence-text.js';
import { type BehaviourConstraints, behaviours } from './behaviours.js';
import { follow } from './follow.js';
import type { ModelBehaviour } from './model-behaviour.js';

/** What an implementation is driven through. */
export interface DrivenOptions extends BehaviourConstraints {
  /** Whether it is asked for the steps that are not allowed, too, in each state that it comes to (default: yes). */
  readonly refusals?: boolean;
}

/**
 * The property that an implementation keeps to a specification: driven through any behaviour, it takes its steps,
 * refuses what is not allowed, and shows after each step what is possible then. For `fc.assert`; where it is all that is
 * asserted, see `assertDriven`, which says more.
 *
 * @throws InputError if the lengths are none
 */
export function driven<V extends Vocabulary = AnyVocabulary>(
  model: Model<V>,
  adapter: Adapter<V>,
  options: DrivenOptions = {},
): fc.IAsyncPropertyWithHooks<[ModelBehaviour<V>]> {
  const { refusals = true, ...constraints } = options;
  return fc.asyncProperty(behaviours(model, constraints), async (given) => {
    const behaviour = follow(model.space, given);
    if (behaviour === undefined) {
      const message = `${model.name} has no such behaviour: ${fc.stringify(given)}; an example is a list of labels, or what behaviours() gave.`;
      throw new InputError('no-behaviour', message);
    }
    const { failure } = await driveBehaviours(model, adapter, [behaviour], { refusals, shrink: false });
    if (failure !== undefined) throw new Error(failureText(failure));
  });
}

/** What is wrong, and where the run leaves the specification. */
function failureText({ message, report, thrown }: DriveFailure): string {
  const divergence = report === undefined ? undefined : divergenceText(report);
  return [message, divergence, thrown].filter((text) => text !== undefined).join('\n\n');
}
