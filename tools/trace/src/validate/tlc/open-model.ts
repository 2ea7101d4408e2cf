import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadModules, type Modules, stepFormulas } from '@synod/compiler';
import { readConfig, type TraceModel } from '@synod/conformance';
import { InputError, whyUnreadable } from '@synod/tla';

/** A model that traces are to be held against: modules in a folder, and a cfg file. */
export interface TlcModel {
  /** The folder of the `.tla` files. */
  readonly folder: string;
  /** The model's module: `MCPaxosTiny`. */
  readonly module: string;
  /** The path of its cfg file. */
  readonly cfg: string;
  /** What messages call the specification; the module unless given. */
  readonly spec?: string;
  /** Values for constants, as TLA+ texts, that stand before those of the cfg. */
  readonly constants?: ReadonlyMap<string, string>;
}

/** A model that has been read. */
export interface OpenModel {
  readonly model: TraceModel;
  /** The texts of its modules, by the names of their files. */
  readonly files: ReadonlyMap<string, string>;
}

/** Standard modules whose definitions need not be known here: TLC has them. */
const known = new Set([
  'Bags',
  'CSV',
  'Functions',
  'Folds',
  'IOUtils',
  'Json',
  'ProtoReals',
  'Randomization',
  'RealTime',
  'Reals',
  'TLCExt',
  'Toolbox',
  'TransitiveClosure',
]);

/**
 * Reads a model.
 *
 * @throws InputError for files that are missing or cannot be read, and for a specification that cannot be taken apart
 */
export async function openModel({ folder, module, cfg, spec, constants }: TlcModel): Promise<OpenModel> {
  const config = await readConfig(cfg);
  const files = new Map<string, string>();
  const modules = await loadModules(module, async (name) => {
    const file = join(folder, `${name}.tla`);
    const text = await textOf(file);
    if (text !== undefined) {
      files.set(`${name}.tla`, text);
      return { text, file };
    }
    return known.has(name) ? `---- MODULE ${name} ----\n====` : undefined;
  });
  const taken = identifiersOf(modules);
  const formulas = stepFormulas(modules, module, config, taken);
  const model = {
    root: module,
    spec: spec ?? module,
    formulas,
    config,
    constants: constants ?? new Map(),
    taken,
  };
  return { model, files };
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const message = `the module cannot be read: ${whyUnreadable(cause)}`;
    throw new InputError('no-module', message, { file }, { cause });
  }
}

function identifiersOf(modules: Modules): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { code } of modules.values()) {
    for (const line of code) for (const [name] of line.matchAll(/\w*[A-Za-z]\w*/g)) names.add(name);
  }
  return names;
}
