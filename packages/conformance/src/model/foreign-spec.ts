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
import { type Config, EvaluationError, InputError, type TlaValue, whyUnreadable } from '@synod/tla';
import { readConfig } from './model-config.js';

/** A specification of somebody's own: its modules, and with a cfg file its constants. */
export interface ForeignSpec {
  readonly root: string;
  readonly modules: Modules;
  /** Its variables, actions and operators. */
  readonly formulas: StepFormulas;
  readonly config: Config | undefined;
  /** The values of its constants; undefined without a cfg that is for this module. */
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
  const known = config && opened(modules, root, config, formulas.constants);
  return { root, modules, config, formulas, constants: known?.constants, text: known?.text };
}

/**
 * A module's text with its constants, and their values: one that stands for an operator, `Ballot <- MCBallot`, has the
 * value of that operator. Nothing if the cfg is another module's, or a constant has no value.
 */
function opened(
  modules: Modules,
  root: string,
  config: Config,
  declared: readonly string[],
): { readonly text: Evaluator; readonly constants: Constants } | undefined {
  try {
    const text = evaluator(modules, root, config.constants, config);
    const values = declared.map((name): readonly [string, TlaValue] => [
      name,
      text.evaluate(name, undefined),
    ]);
    return { text, constants: Object.fromEntries(values) };
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
    const message = `the module cannot be read: ${whyUnreadable(cause)}`;
    throw new InputError('no-module', message, { file }, { cause });
  }
}

/** The modules that a trace may claim to follow: the root and those that it extends. */
export function namesOf(modules: Modules, root: string): readonly string[] {
  const module = modules.get(root);
  return module === undefined ? [] : [root, ...module.extends.flatMap(({ name }) => namesOf(modules, name))];
}
