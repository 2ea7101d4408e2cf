import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** How much is kept before what has not been used for longest goes, in bytes. */
const mostKept = 200_000_000;

/** The length of a SHA-256, in bytes: a file begins with that of the rest. */
const digestLength = 32;

/** What is kept in a file, if it is there and whole; `undefined` otherwise. */
export async function readKept(file: string): Promise<unknown> {
  try {
    const bytes = await readFile(file);
    const kept = bytes.subarray(digestLength);
    if (!digestOf(kept).equals(bytes.subarray(0, digestLength))) return undefined;
    const now = new Date();
    await utimes(file, now, now);
    return deserialize(kept);
  } catch {
    return undefined;
  }
}

/** Keeps plain data in a file, whole or not at all. Where nothing can be written, it is made again the next time. */
export async function keep(file: string, data: unknown): Promise<void> {
  const bytes = serialize(data);
  const written = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(written, Buffer.concat([digestOf(bytes), bytes]));
    await rename(written, file);
    await forgetOldest(dirname(file), mostKept);
  } catch {
    await rm(written, { force: true }).catch(() => undefined);
  }
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/**
 * Removes from a folder what is beyond a size, the files that have not been used for longest first.
 *
 * @param most how many bytes may stay
 */
export async function forgetOldest(folder: string, most: number): Promise<void> {
  const names = await readdir(folder);
  const files = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const { size, mtimeMs } = await stat(file);
      return { file, size, mtimeMs };
    }),
  );
  let kept = 0;
  for (const { file, size } of files.toSorted((one, other) => other.mtimeMs - one.mtimeMs)) {
    kept += size;
    if (kept > most) await rm(file, { force: true });
  }
}
