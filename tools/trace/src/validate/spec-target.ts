import { relative } from 'node:path';
import { admitted, guardsOf, openEngine, specSpace, type Trace, validateTrace } from '@synod/conformance';
import type { Target } from './target.js';

/**
 * Any specification that the compiler takes, searched as far as a trace goes: without an export, and without a JVM.
 *
 * @param cfg its cfg file; the one of the same name beside it, unless given
 * @param name what it is called for people: the file, unless given
 * @throws InputError if a file cannot be read, or has what the compiler does not support
 */
export async function specTarget(
  file: string,
  cfg: string | undefined,
  name: string = file,
): Promise<Target> {
  // One value of a variable is one object then, and no domains have to be found first.
  const opened = await openEngine({ spec: file, config: cfg, tier: 'values' });
  const { spec } = opened;
  const space = specSpace(opened);
  const guards = spec.text && guardsOf(spec.text, space);
  return {
    against: `${name}, compiled`,
    warnings: [],
    space,
    judge(trace: Trace, search) {
      const warnings = admitted(trace, spec, name);
      const validation = validateTrace(trace, space, search);
      return {
        validation: { ...validation, warnings: [...validation.warnings, ...warnings] },
        guards:
          guards &&
          ((action, parameters, state) => {
            const found = guards(action, parameters, state);
            return found && { ...found, conjuncts: found.conjuncts.map(located) };
          }),
      };
    },
  };
}

/** A conjunct with its file as somebody who stands in the current folder names it. */
function located<C extends { readonly file: string }>(conjunct: C): C {
  return { ...conjunct, file: relative(process.cwd(), conjunct.file) };
}
