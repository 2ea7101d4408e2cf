import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  type Evaluator,
  evaluator,
  loadModules,
  type Modules,
  type StepFormulas,
  stepFormulas,
} from '@synod/compiler';
import type { Constants } from '@synod/spec';
import { type Config, EvaluationError, InputError, modelValue, type TlaValue } from '@synod/tla';
import { readConfig } from './model-config.js';

/** A specification of somebody's own: its modules, and with a cfg file its constants. */
export interface ForeignSpec {
  readonly root: string;
  readonly modules: Modules;
  /** Its variables, actions and operators. */
  readonly formulas: StepFormulas;
  /** Its constants; undefined without a cfg, or where the cfg replaces more than constants. */
  readonly constants: Constants | undefined;
  /** Evaluates its text, where its constants are known. */
  readonly text: Evaluator | undefined;
}

/**
 * Reads a module, those that it needs from beside it, and its cfg file.
 *
 * @param cfg the cfg file; nothing if none is known
 * @throws InputError if a module cannot be read
 */
export async function openForeignSpec(file: string, cfg: string | undefined): Promise<ForeignSpec> {
  if (!file.endsWith('.tla'))
    throw new InputError('spec', '--spec takes a module: a file whose name ends in .tla', { file });
  const root = basename(file, '.tla');
  const modules = await loadModules(root, (name) =>
    moduleText(join(dirname(file), `${name}.tla`), name === root),
  );
  const config = cfg === undefined ? undefined : await readConfig(cfg);
  const formulas = stepFormulas(modules, root, config);
  const constants = config && constantsOf(config, modules, root, formulas.constants);
  const text = constants && evaluator(modules, root, constants);
  return { root, modules, formulas, constants, text };
}

/**
 * The constants that a cfg gives. One that stands for an operator, `Ballot <- MCBallot`, has the value of that operator,
 * in which others like it may stand: so they are evaluated until nothing changes. Undefined if something else than a
 * constant is replaced, or by what has no value.
 */
function constantsOf(
  { constants, substitutions }: Config,
  modules: Modules,
  root: string,
  declared: readonly string[],
): Constants | undefined {
  if (!substitutions.every(({ constant, module }) => module === undefined && declared.includes(constant))) {
    return undefined;
  }
  const found: { [name: string]: TlaValue } = { ...constants };
  for (const { constant } of substitutions) found[constant] = modelValue(constant);
  try {
    for (const _ of [undefined, ...substitutions]) {
      const text = evaluator(modules, root, { ...found });
      for (const { constant, operator } of substitutions)
        found[constant] = text.evaluate(operator, undefined);
    }
    return found;
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof InputError) return undefined;
    throw error;
  }
}

async function moduleText(
  file: string,
  isRoot: boolean,
): Promise<{ text: string; file: string } | undefined> {
  try {
    return { text: await readFile(file, 'utf8'), file };
  } catch (cause) {
    if (!isRoot && (cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new InputError(
      'no-module',
      `the module cannot be read: ${(cause as Error).message}`,
      { file },
      { cause },
    );
  }
}

/** The modules that a trace may claim to follow: the root and those that it extends. */
export function namesOf(modules: Modules, root: string): readonly string[] {
  const module = modules.get(root);
  return module === undefined ? [] : [root, ...module.extends.flatMap(({ name }) => namesOf(modules, name))];
}
