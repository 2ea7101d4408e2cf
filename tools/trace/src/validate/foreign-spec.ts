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
import { type Config, InputError } from '@synod/tla';
import { readConfig } from '../graph/model-config.js';

/** A specification of somebody's own: its modules, and with a cfg file its constants. */
export interface ForeignSpec {
  readonly root: string;
  readonly modules: Modules;
  readonly config: Config | undefined;
  /** Its variables, actions and operators. */
  readonly formulas: StepFormulas;
  /** Evaluates its text; undefined without a cfg, or where a constant is given by an operator. */
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
  const text =
    config === undefined || config.substitutions.length > 0
      ? undefined
      : evaluator(modules, root, config.constants);
  return { root, modules, config, formulas: stepFormulas(modules, root, config), text };
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
