import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InputError } from '@synod/tla';
import { sha256 } from './hash.js';
import { withoutComments } from './text.js';

/** A file that a model is made of, as it was when it was read. */
export interface SourceFile {
  /** Its name in the folder of the specifications. */
  readonly name: string;
  readonly content: Uint8Array;
  readonly text: string;
  readonly sha256: string;
}

/** The modules that a module's text names after EXTENDS or INSTANCE, each once, in the order of the text. */
export function referencedModules(text: string): readonly string[] {
  const code = withoutComments(text, { strings: 'blank' });
  const extended = Array.from(
    code.matchAll(/\bEXTENDS\s+(\w+(?:\s*,\s*\w+)*)/g),
    (match) => match[1] as string,
  );
  const instantiated = Array.from(code.matchAll(/\bINSTANCE\s+(\w+)/g), (match) => match[1] as string);
  return [...new Set([...extended.flatMap((names) => names.split(/\s*,\s*/)), ...instantiated])];
}

/**
 * The files of a model: its cfg, its module, and every module that this one reaches through EXTENDS and
 * INSTANCE and that lies in the same folder. Others are TLC's own, and TLC complains if they are not.
 *
 * @returns the files in the order of their names
 * @throws InputError `no-model` if the model's module or cfg is missing
 */
export async function sourcesOf(model: string, folder: string): Promise<readonly SourceFile[]> {
  const found = new Map<string, SourceFile>();
  const awaited = [`${model}.tla`];
  for (let name = awaited.pop(); name !== undefined; name = awaited.pop()) {
    if (found.has(name)) continue;
    const file = await readSource(folder, name);
    if (file === undefined) continue;
    found.set(name, file);
    awaited.push(...referencedModules(file.text).map((module) => `${module}.tla`));
  }
  const cfg = await readSource(folder, `${model}.cfg`);
  if (cfg !== undefined) found.set(cfg.name, cfg);
  for (const name of [`${model}.tla`, `${model}.cfg`]) {
    if (found.has(name)) continue;
    const message = `the model ${model} needs this file, and it does not exist: correct the model's name, or write it`;
    throw new InputError('no-model', message, { file: join(folder, name) });
  }
  return [...found.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

/** One file of the folder; nothing if there is none of that name. */
async function readSource(folder: string, name: string): Promise<SourceFile | undefined> {
  try {
    const content = await readFile(join(folder, basename(name)));
    return { name, content, text: content.toString('utf8'), sha256: sha256(content) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
