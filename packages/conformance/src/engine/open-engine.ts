import { type AskedOperator, compileModel, type Engine, type Lowered } from '@synod/compiler';
import { type Config, InputError } from '@synod/tla';
import { type FileReference, pathOf } from '../model/file-reference.js';
import { type ForeignSpec, openForeignSpec } from '../model/foreign-spec.js';

/** A specification to be compiled: paths, or URLs of files. */
export interface EngineFiles {
  /** The module. */
  readonly spec: FileReference;
  /** Its cfg file; the one of the same name beside it, unless given. */
  readonly config?: FileReference | undefined;
  /** How it is compiled: as well as possible, unless said otherwise. */
  readonly tier?: 'best' | 'packed' | 'values' | undefined;
  /** Operators that the second tier is to evaluate all at once. */
  readonly operators?: readonly AskedOperator[] | undefined;
}

/** A compiled specification, and the text that it was compiled from. */
export interface OpenedEngine {
  readonly engine: Engine;
  readonly lowered: Lowered;
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
export async function openEngine({ spec, config, tier, operators }: EngineFiles): Promise<OpenedEngine> {
  const file = pathOf(spec);
  const cfg = config === undefined ? file.replace(/\.tla$/, '.cfg') : pathOf(config);
  const opened = await openForeignSpec(file, cfg);
  const { modules, root, config: read } = opened;
  if (read === undefined) throw new InputError('no-cfg', 'the cfg file cannot be read', { file: cfg });
  const { engine, lowered } = compileModel({ modules, root, config: read, tier, operators, labels: true });
  return { engine, lowered, spec: opened, config: read, file };
}
