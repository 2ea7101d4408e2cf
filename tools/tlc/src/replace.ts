import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Two fresh folders on the disk of a folder that is to be written. */
export interface Draft {
  /** What is in here will be the folder. */
  readonly result: string;
  /** What is in here will be thrown away. */
  readonly work: string;
}

/**
 * Writes a folder as a whole, in place of what was there: the content is made beside it and takes its place
 * when it is finished. If that fails, what was there stays, and nothing else does.
 */
export async function replaceFolder<T>(folder: string, make: (draft: Draft) => Promise<T>): Promise<T> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  const scratch = await mkdtemp(join(parent, `.${basename(folder)}-`));
  try {
    const draft: Draft = { result: join(scratch, 'result'), work: join(scratch, 'work') };
    await mkdir(draft.result);
    await mkdir(draft.work);
    const value = await make(draft);
    const before = join(scratch, 'before');
    const hadOne = await renameIfThere(folder, before);
    try {
      await rename(draft.result, folder);
    } catch (error) {
      if (hadOne) await rename(before, folder);
      throw error;
    }
    return value;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function renameIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
