import { type Engine, emitValues, loadValues, lower, type Modules } from '@synod/compiler';
import { type Config, InputError } from '@synod/tla';
import { type FileReference, pathOf } from '../model/file-reference.js';
import { type ForeignSpec, openForeignSpec } from '../model/foreign-spec.js';

/** A specification to be compiled: paths, or URLs of files. */
export interface EngineFiles {
  /** The module. */
  readonly spec: FileReference;
  /** Its cfg file; the one of the same name beside it, unless given. */
  readonly config?: FileReference | undefined;
}

/** A compiled specification, and the text that it was compiled from. */
export interface OpenedEngine {
  readonly engine: Engine;
  readonly spec: ForeignSpec;
  readonly config: Config;
  /** The file of the module. */
  readonly file: string;
}

/**
 * Compiles a module with its cfg file.
 *
 * @throws InputError if a file cannot be read, or has what the compiler does not support
 */
export async function openEngine({ spec, config }: EngineFiles): Promise<OpenedEngine> {
  const file = pathOf(spec);
  const cfg = config === undefined ? file.replace(/\.tla$/, '.cfg') : pathOf(config);
  const opened = await openForeignSpec(file, cfg);
  if (opened.config === undefined)
    throw new InputError('no-cfg', 'the cfg file cannot be read', { file: cfg });
  const engine = compiled(opened.modules, opened.root, opened.config);
  return { engine, spec: opened, config: opened.config, file };
}

function compiled(modules: Modules, root: string, config: Config): Engine {
  return loadValues(emitValues(lower(modules, root, config), { labels: true }));
}
