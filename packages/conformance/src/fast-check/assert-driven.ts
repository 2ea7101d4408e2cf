import { InputError } from '@synod/tla';
import fc from 'fast-check';
import type { Adapter } from '../drive/adapter.js';
import type { Model } from '../model/model.js';
import type { AnyVocabulary, Vocabulary } from '../model/vocabulary.js';
import { type DrivenOptions, driven } from './driven.js';
import type { ModelBehaviour } from './model-behaviour.js';

/** The options of `fc.assert`, and what an implementation is driven through. */
export type AssertDrivenOptions<V extends Vocabulary = AnyVocabulary> = DrivenOptions &
  Omit<fc.Parameters<[ModelBehaviour<V>]>, 'examples'> & {
    /** Behaviours that are run first: what `behaviours` gave, also read from JSON, or their labels. */
    readonly examples?: readonly (readonly [ModelBehaviour<V> | readonly string[]])[];
  };

/**
 * Drives an implementation through random behaviours of a specification: 100, or `numRuns`. If it does not keep to one
 * of them, the error's message says how, the shortest behaviour that fast-check found, and with which `seed` and `path`
 * it is run again alone.
 *
 * @throws Error at the first behaviour that fails, after it was shrunk
 * @throws InputError if the adapter or the options cannot be used
 */
export async function assertDriven<V extends Vocabulary = AnyVocabulary>(
  model: Model<V>,
  adapter: Adapter<V>,
  options: AssertDrivenOptions<V> = {},
): Promise<void> {
  const property = driven(model, adapter, drivenOptions(options));
  const parameters = options as fc.Parameters<[ModelBehaviour<V>]>;
  const { reporter, asyncReporter } = { ...fc.readConfigureGlobal(), ...parameters };
  // Who has a reporter wants its report.
  if (reporter !== undefined || asyncReporter !== undefined) return fc.assert(property, parameters);
  const details = await fc.check(property, parameters);
  const { errorInstance: cause } = details;
  if (cause instanceof InputError) throw cause;
  if (details.failed) throw new Error(await failedText(details), { cause });
}

/** Without fast-check's own options. */
function drivenOptions({ minLength, maxLength, size, refusals }: DrivenOptions): DrivenOptions {
  return {
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(size === undefined ? {} : { size }),
    ...(refusals === undefined ? {} : { refusals }),
  };
}

async function failedText<V extends Vocabulary>(
  details: fc.RunDetails<[ModelBehaviour<V>]>,
): Promise<string> {
  const { counterexample, errorInstance, numRuns, numShrinks, seed, counterexamplePath } = details;
  const full = await fc.asyncDefaultReportMessage(details);
  // Interrupted, or too much was skipped: fast-check says which.
  if (counterexample === null) return full ?? 'the property failed';
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const shrunk = numShrinks === 0 ? '' : `, shrunk ${numShrinks === 1 ? 'once' : `${numShrinks} times`}`;
  const replay = `{ seed: ${seed}, path: ${JSON.stringify(counterexamplePath)}, endOnFailure: true }`;
  return [
    why,
    `behaviour (test ${numRuns}${shrunk}): ${fc.stringify(counterexample[0])}`,
    `to run it again, give assertDriven: ${replay}`,
    ...(details.verbose !== fc.VerbosityLevel.None && full !== undefined ? [full] : []),
  ].join('\n\n');
}
