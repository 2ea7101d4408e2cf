import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '@synod/tla';
import { packageFolder } from '../source.js';
import type { Mistake } from './mistake.js';
import { patched } from './patch.js';
import type { Roles } from './roles.js';

/**
 * The roles with a mistake: the compiled roles, copied to a folder of their own and patched there. The copy is removed
 * as soon as it is loaded.
 *
 * @param scratch the folder to make it in
 * @throws InputError if a patch does not fit
 */
export async function loadRoles(
  { id, patches }: Pick<Mistake, 'id' | 'patches'>,
  scratch: string = tmpdir(),
): Promise<Roles> {
  const texts = await compiled();
  for (const patch of patches) {
    const text = texts.get(patch.file);
    if (text === undefined) {
      const message = `the source has changed: there is no such file, and the mutant ${id} patches it`;
      throw new InputError('file-changed', message, { file: `roles/dist/${patch.file}` });
    }
    texts.set(patch.file, patched(text, patch, id));
  }
  const folder = await mkdtemp(join(scratch, 'synod-protocol-'));
  try {
    // What lies there is loaded as it is, by test runners too.
    const copy = join(folder, 'node_modules', 'roles');
    await mkdir(copy, { recursive: true });
    await writeFile(join(copy, 'package.json'), '{"type":"module"}');
    for (const [file, text] of texts) {
      await mkdir(dirname(join(copy, file)), { recursive: true });
      await writeFile(join(copy, file), text);
    }
    return (await import(pathToFileURL(join(copy, 'index.js')).href)) as Roles;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The compiled files of the roles, without what names their maps. */
async function compiled(): Promise<Map<string, string>> {
  const built = join(packageFolder('roles'), 'dist');
  const texts = new Map<string, string>();
  for (const name of await readdir(built, { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const text = await readFile(join(built, name), 'utf8');
    texts.set(name.replaceAll('\\', '/'), text.replace(/\/\/# sourceMappingURL=.*\s*$/, ''));
  }
  return texts;
}
