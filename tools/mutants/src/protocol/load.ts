import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
 * @throws InputError if a patch does not fit, or the roles have not been built
 */
export async function loadRoles(
  { id, patches }: Pick<Mistake, 'id' | 'patches'>,
  scratch: string = tmpdir(),
): Promise<Roles> {
  const built = join(packageFolder('roles'), 'dist');
  const folder = await mkdtemp(join(scratch, 'synod-protocol-'));
  try {
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await cp(built, folder, {
      recursive: true,
      filter: (file) => !/\.(?:map|d\.ts|tsbuildinfo)$/.test(file),
    });
    for (const patch of patches) {
      const file = join(folder, patch.file);
      const text = await readFile(file, 'utf8').catch((cause: unknown) => {
        const message = `the source has changed: there is no such file, and the mutant ${id} patches it`;
        throw new InputError('file-changed', message, { file: `roles/dist/${patch.file}` }, { cause });
      });
      await writeFile(file, patched(text, patch, id));
    }
    return (await import(pathToFileURL(join(folder, 'index.js')).href)) as Roles;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
