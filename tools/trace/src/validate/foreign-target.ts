import { type Trace, validateTrace } from '@synod/conformance';
import { type ForeignOptions, openForeign } from '../open-foreign.js';
import type { Target } from './target.js';

/**
 * A graph of any specification, as TLC exported it; with its module, the names of parameters, derived operators and
 * the text of its actions too.
 *
 * @throws InputError if the file cannot be read, or does not hold what can be judged by
 */
export async function foreignTarget(options: ForeignOptions): Promise<Target> {
  const model = await openForeign(options);
  return {
    against: model.name,
    warnings: model.warnings,
    space: model.space,
    graph: model.graph(),
    judge(trace: Trace, search) {
      const warnings = model.admit?.(trace) ?? [];
      const validation = validateTrace(trace, model.space, search);
      return {
        validation: { ...validation, warnings: [...validation.warnings, ...warnings] },
        guards: model.guards,
      };
    },
  };
}
