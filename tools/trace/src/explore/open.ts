import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { loadModules, type Modules } from '@synod/compiler/explore';
import { type Config, InputError, parseConfig, whyUnreadable } from '@synod/tla';
import type { ModelEntry, Project } from '../open-project.js';

/** What is to be explored: a module with all that it needs, and its cfg file. */
export interface Opened {
  readonly root: string;
  readonly modules: Modules;
  readonly config: Config;
  /** The figures that TLC finds, where they are known. */
  readonly expected: ModelEntry | undefined;
}

/**
 * Reads a model of the project by its name, or a module by its file.
 *
 * @param configFile the cfg file, if it is not the one beside the module
 * @throws InputError if there is no such model or file, or one cannot be understood
 */
export async function openForExploring(
  openProject: () => Promise<Project>,
  what: string,
  configFile: string | undefined,
): Promise<Opened> {
  const isFile = what.endsWith('.tla');
  const project = isFile ? undefined : await openProject();
  const entry = project?.models.find(({ name }) => name === what);
  if (project !== undefined && entry === undefined) await unknownModel(project, what);
  const file = project === undefined ? what : join(project.specs, `${what}.tla`);
  const cfg = configFile ?? file.replace(/\.tla$/, '.cfg');
  const root = basename(file, '.tla');
  // Both at once: the module's error is told first, as a wrong name is one of both.
  const [module, configText] = await Promise.allSettled([
    textOf(file, 'the module'),
    textOf(cfg, 'the cfg file'),
  ]);
  const rootText = valueOf(module);
  const config = parseConfig(valueOf(configText), cfg);
  const modules = await loadModules(root, async (name) => {
    const path = join(dirname(file), `${name}.tla`);
    if (name === root) return { text: rootText, file };
    return readFile(path, 'utf8').then(
      (text) => ({ text, file: path }),
      () => undefined,
    );
  });
  return { root, modules, config, expected: configFile === undefined ? entry : undefined };
}

/** Says that there is no such model. */
async function unknownModel(project: Project, name: string): Promise<never> {
  const { chooseModels } = await import('../project.js');
  try {
    chooseModels(project, [name], () => false);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.code,
      `${error.message.replace(/[^?]$/, '$&.')} A module is named by its file: FILE.tla`,
    );
  }
  throw new Error('the model is there');
}

async function textOf(file: string, what: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new InputError('no-file', `${what} cannot be read: ${whyUnreadable(cause)}`, { file }, { cause });
  }
}

/** What a promise has given. @throws what it was rejected with */
function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}
