import { once } from 'node:events';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { InputError } from '@synod/tla';
import { untilInterrupted } from '@synod/tlc';

/** Pieces of text are put together to writes of this length. */
const batch = 65_536;

/**
 * Writes text to standard output, as fast as it is taken.
 *
 * @param pieces made only when there is room for them
 */
export async function writeToStandardOutput(pieces: Iterable<string>): Promise<void> {
  for (const text of batches(pieces)) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}

/**
 * Writes text to a file, wholly or not at all: it gets its name when all is written.
 *
 * @throws InputError if the file cannot be written
 */
export async function writeToFile(file: string, pieces: Iterable<string>): Promise<void> {
  try {
    const target = await place(file);
    if (target.special) await writeAll(await open(target.path, 'w'), pieces);
    else await replace(target.path, pieces);
  } catch (cause) {
    if (!(cause instanceof Error) || !('syscall' in cause)) throw cause;
    throw new InputError(
      'cannot-write',
      `The file cannot be written: ${cause.message}.`,
      { file },
      { cause },
    );
  }
}

/** Where a file really lies, and whether it is something that cannot be replaced, such as a device. */
async function place(file: string): Promise<{ readonly path: string; readonly special: boolean }> {
  try {
    const found = await stat(file);
    return { path: await realpath(file), special: !found.isFile() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { path: file, special: false };
    throw error;
  }
}

async function replace(path: string, pieces: Iterable<string>): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await untilInterrupted(async (signal) => {
    try {
      await writeAll(await open(draft, 'wx'), pieces, signal);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  });
}

async function writeAll(handle: FileHandle, pieces: Iterable<string>, signal?: AbortSignal): Promise<void> {
  try {
    for (const text of batches(pieces)) {
      signal?.throwIfAborted();
      await handle.write(text);
    }
  } finally {
    await handle.close();
  }
}

function* batches(pieces: Iterable<string>): Iterable<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < batch) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
