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

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  // The name of each new folder stands in the one above it.
  for (let made = resolve(folder); ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === resolve(first) || made === dirname(made)) return;
  }
}

async function read(file: string): Promise<Uint8Array | undefined> {
  try {
    const { size } = await stat(file);
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
