import { openModel, type Trace, validateTrace } from '@synod/conformance';
import { InputError } from '@synod/tla';
import type { ValidateOptions } from './options.js';
import type { Target } from './target.js';

/**
 * A graph of any specification, as TLC exported it; with its module, the names of parameters, derived operators and
 * the text of its actions too.
 *
 * @throws InputError if the file cannot be read, or does not hold what can be judged by
 */
export async function foreignTarget({ graph, spec, cfg, log, variables }: ValidateOptions): Promise<Target> {
  if (graph === undefined) {
    throw new InputError(
      'options',
      'without --graph a specification of your own is judged by --engine spec or --engine tlc: give one of them',
    );
  }
  const order = variables?.split(',').map((name) => name.trim());
  const model = await openModel({ graph, spec, cfg, log, variables: order });
  return {
    against: graph,
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
