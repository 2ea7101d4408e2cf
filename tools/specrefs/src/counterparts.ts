import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@synod/tla';
import { type Declaration, readSource, type Source } from './source.js';

/** A package that transcribes a module. */
export interface Transcription {
  readonly module: string;
  readonly folder: string;
  readonly sources: readonly Source[];
  /** What its `index.ts` exports. */
  readonly exported: ReadonlySet<string>;
}

/** A declaration that says by its `@spec` what it transcribes. */
export interface Counterpart extends Declaration {
  readonly file: string;
}

/**
 * Reads the sources of a package, tests left out.
 *
 * @throws InputError if there are none, or one is no TypeScript
 */
export async function readTranscription(module: string, folder: string): Promise<Transcription> {
  const inner = join(folder, 'src');
  const names = await readdir(inner, { recursive: true }).catch((cause: unknown) => {
    throw new InputError(
      'no-sources',
      'the sources of this package are not there',
      { file: inner },
      { cause },
    );
  });
  const wanted = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).toSorted();
  const sources = await Promise.all(
    wanted.map(async (name) => readSource(await readFile(join(inner, name), 'utf8'), join(inner, name))),
  );
  const index = sources.find(({ file }) => file === join(inner, 'index.ts'));
  const exported = [...(index?.passedOn ?? []), ...(index?.declarations.map(({ name }) => name) ?? [])];
  return { module, folder, sources, exported: new Set(exported) };
}
