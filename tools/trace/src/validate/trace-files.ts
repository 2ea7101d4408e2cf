import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, whyUnreadable } from '@synod/tla';

/**
 * The files that arguments name: a folder stands for the traces that lie in it, by their names.
 *
 * @throws InputError if there is none in a folder, or it cannot be read
 */
export function traceFiles(named: readonly string[]): readonly string[] {
  return named.flatMap((name) => (isFolder(name) ? tracesIn(name) : [name]));
}

function isFolder(name: string): boolean {
  return name !== '-' && statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
}

function tracesIn(folder: string): readonly string[] {
  const files = filesIn(folder).filter((file) => /\.ndjson(?:\.gz)?$/.test(file));
  if (files.length > 0) return files.toSorted().map((file) => join(folder, file));
  const message = 'There is no trace in this folder: the names of traces end with .ndjson or .ndjson.gz.';
  throw new InputError('no-traces', message, { file: folder });
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    const message = `The folder cannot be read: ${whyUnreadable(cause)}`;
    throw new InputError('no-traces', message, { file: folder }, { cause });
  }
}
