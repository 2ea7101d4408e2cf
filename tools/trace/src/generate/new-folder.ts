import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '@synod/tla';
import { untilInterrupted } from '@synod/tlc';

/** A file to be written, by its name in the folder. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Makes sure that a folder can be written: that there is none, or an empty one.
 *
 * @returns whether there is one
 * @throws InputError if there is something else
 */
export async function refuseUsedFolder(folder: string): Promise<boolean> {
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new InputError('out', '--out takes a folder, and this is a file', { file: folder });
    }
    const [found] = await readdir(folder);
    if (found === undefined) return true;
    const message = `the folder must be new or empty, and ${found} is in it: name another one with --out, or remove it`;
    throw new InputError('out', message, { file: folder });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw cannotWrite(error, folder);
  }
}

/**
 * Writes files into a folder that is new or empty, all of them or none: they get their place when all are written.
 *
 * @param files made only when they are written
 * @throws InputError if the folder cannot be written
 */
export async function writeNewFolder(folder: string, files: Iterable<NewFile>): Promise<void> {
  const target = resolve(folder);
  const isThere = await refuseUsedFolder(folder);
  await untilInterrupted(async (signal) => {
    let scratch: string | undefined;
    const placed: string[] = [];
    try {
      const parent = isThere ? target : dirname(target);
      // Loaded only here: it brings much that this command does not need.
      if (!isThere) (await import('@synod/runtime')).makeFolder(parent);
      scratch = await mkdtemp(join(parent, `.${basename(target)}-`));
      const draft = join(scratch, 'result');
      await mkdir(draft);
      const names: string[] = [];
      for (const { name, text } of files) {
        signal.throwIfAborted();
        await writeFile(join(draft, name), text, { flag: 'wx' });
        names.push(name);
      }
      if (!isThere) await rename(draft, target);
      else {
        for (const name of names) {
          signal.throwIfAborted();
          await rename(join(draft, name), join(target, name));
          placed.push(name);
        }
      }
    } catch (error) {
      for (const name of placed) await rm(join(target, name), { force: true });
      throw cannotWrite(error, folder);
    } finally {
      if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
    }
  });
}

/** What is said of an error of the file system; any other is as it was. */
function cannotWrite(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  const message = `The folder cannot be written: ${error.message}.`;
  return new InputError('cannot-write', message, { file: folder }, { cause: error });
}
