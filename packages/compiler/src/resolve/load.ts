import { InputError, type Place } from '@synod/tla';
import type { Module } from '../parse/module.js';
import { placeOf } from '../parse/syntax.js';
import { prepareGrammar } from '../parse/tree.js';
import { parsedOnce } from './parsed.js';
import { standardModules } from './standard.js';

/** The text of a module, alone or with the name that its file has in places. */
export type ModuleText = string | { readonly text: string; readonly file: string };

/** Finds the text of a module by its name; undefined if there is none. */
export type ReadModule = (name: string) => Promise<ModuleText | undefined>;

/** Modules by name. */
export type Modules = ReadonlyMap<string, Module>;

/**
 * Reads a module and all that it names in EXTENDS and INSTANCE, and they in turn. The standard modules are built in
 * and never asked for: Naturals, Integers, Reals, FiniteSets, Sequences, Bags and TLC.
 *
 * @param root the name of the module to begin with
 * @param read gives the text of a module by its name, undefined if there is none; places name the file `<name>.tla` unless it
 *   gives another name with the text
 * @throws InputError `tla-unknown-module`, `tla-module-name`, `tla-cycle`, and what `parseModule` throws
 */
export async function loadModules(root: string, read: ReadModule): Promise<Modules> {
  // Files are read meanwhile.
  prepareGrammar();
  const modules = new Map<string, Module>();
  const loading = new Set<string>();
  const load = async (name: string, place: Place): Promise<void> => {
    if (loading.has(name)) {
      throw new InputError('tla-cycle', `module ${name} needs itself: ${[...loading].join(', ')}`, place);
    }
    if (modules.has(name) || standardModules.has(name)) return;
    loading.add(name);
    const module = await readNamed(name, read, place);
    for (const needed of module.needs) await load(needed.name, placeOf(needed.span));
    modules.set(name, module);
    loading.delete(name);
  };
  await load(root, {});
  return modules;
}

async function readNamed(name: string, read: ReadModule, place: Place): Promise<Module> {
  const found = await read(name);
  if (found === undefined) {
    const builtIn = [...standardModules.keys()].join(', ');
    const why = place.line === undefined ? '' : `: ${builtIn} are built in, and there is no ${name}.tla`;
    throw new InputError('tla-unknown-module', `there is no module ${name}${why}`, place);
  }
  const { text, file } = typeof found === 'string' ? { text: found, file: `${name}.tla` } : found;
  const module = await parsedOnce(text, file);
  if (module.name !== name) {
    throw new InputError('tla-module-name', `the file holds module ${module.name}, not ${name}`, {
      file,
      line: 1,
    });
  }
  return module;
}
