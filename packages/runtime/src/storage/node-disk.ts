import { type FileHandle, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { RuntimeError } from '../errors.js';
import type { Disk, DiskFile } from './disk.js';
import { longestLedger } from './limits.js';
import { lockFolder } from './lock-folder.js';

/** The file system of the machine. */
export const nodeDisk: Disk = {
  makeFolder,
  read,
  open: async (file) => diskFile(await open(file, 'r+')),
  create: async (file) => diskFile(await open(file, 'w')),
  rename,
  syncFolder,
  lock: lockFolder,
};

function diskFile(handle: FileHandle): DiskFile {
  return {
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    truncate: (length) => handle.truncate(length),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

/** Not `recursive`: where a folder refuses every name, as /proc does, Node tries for ever. */
async function makeFolder(folder: string): Promise<void> {
  const path = resolve(folder);
  const above = dirname(path);
  try {
    await mkdir(path);
  } catch (error) {
    if (await isFolder(path)) return;
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || above === path || (await isFolder(above))) {
      throw error;
    }
    await makeFolder(above);
    await mkdir(path);
  }
  // Its name stands in the one above it.
  await syncFolder(above);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function read(file: string): Promise<Uint8Array | undefined> {
  try {
    const found = await stat(file);
    // A pipe would be waited for, maybe for ever.
    if (!found.isFile()) throw new RuntimeError('damaged-ledger', `${file} is no file: is it a ledger?`);
    const { size } = found;
    if (size > longestLedger) {
      const message = `${file} has ${size} bytes, and ${longestLedger} are read at most: is it a ledger?`;
      throw new RuntimeError('damaged-ledger', message);
    }
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
