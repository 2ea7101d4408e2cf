import { RuntimeError } from '../errors.js';
import type { Disk, DiskFile } from './disk.js';
import { type MemoryFile, memoryFile } from './memory-file.js';

/** Something that is asked of a disk. */
export interface DiskOperation {
  readonly type:
    | 'read'
    | 'open'
    | 'create'
    | 'write'
    | 'truncate'
    | 'sync'
    | 'rename'
    | 'sync-folder'
    | 'lock';
  readonly path: string;
  /** Of a write, in bytes. */
  readonly length: number;
}

export interface MemoryDiskOptions {
  /** The files that are there, durably: their bytes by their paths. */
  readonly files?: Iterable<readonly [string, Uint8Array]>;
  /**
   * Called before everything that is asked of the disk. What it throws is thrown. Of a write it may return how many bytes are
   * written.
   */
  readonly fault?: (operation: DiskOperation) => number | undefined;
}

/** What a crash of the machine leaves of what was not durable. */
export interface CrashOptions {
  /** How many bytes of the unsynced writes to each file are there, from the first (default: none). */
  readonly kept?: number;
  /** How many zeros come after them, where the file had grown (default: none). */
  readonly zeros?: number;
  /** Whether files that were made or renamed, in folders not synced since, have their new names (default: not). */
  readonly renamed?: boolean;
}

/** A disk in memory: it can fail, and it can crash. */
export interface MemoryDisk extends Disk {
  /** What is in a file, durable or not. */
  bytes(file: string): Uint8Array | undefined;
  /** How many bytes of a file's writes are not durable. */
  unsynced(file: string): number;
  /** The disk after the machine has crashed. This one stays as it is. */
  crashed(options?: CrashOptions): MemoryDisk;
}

/** For tests of what is written to a disk. Folders need not be made. */
export function memoryDisk({ files = [], fault = () => undefined }: MemoryDiskOptions = {}): MemoryDisk {
  const names = new Map([...files].map(([path, bytes]) => [path, memoryFile(bytes)]));
  let durableNames = new Map(names);
  const locked = new Set<string>();
  const ask = async (type: DiskOperation['type'], path: string, length = 0): Promise<number | undefined> =>
    fault({ type, path, length });
  return {
    bytes: (path) => names.get(path)?.bytes(),
    unsynced: (path) => names.get(path)?.unsynced() ?? 0,
    crashed({ kept = 0, zeros = 0, renamed = false } = {}) {
      const left = renamed ? names : durableNames;
      return memoryDisk({ files: [...left].map(([path, file]) => [path, file.crashed(kept, zeros)]) });
    },
    makeFolder: async () => {},
    async read(path) {
      await ask('read', path);
      return names.get(path)?.bytes();
    },
    async open(path) {
      await ask('open', path);
      const file = names.get(path);
      if (file === undefined) throw Object.assign(new Error(`no file ${path}`), { code: 'ENOENT' });
      return diskFile(path, file, ask);
    },
    async create(path) {
      await ask('create', path);
      const file = memoryFile(new Uint8Array());
      names.set(path, file);
      return diskFile(path, file, ask);
    },
    async rename(from, to) {
      await ask('rename', to);
      const file = names.get(from);
      if (file === undefined) throw Object.assign(new Error(`no file ${from}`), { code: 'ENOENT' });
      names.delete(from);
      names.set(to, file);
    },
    async syncFolder(folder) {
      await ask('sync-folder', folder);
      durableNames = new Map(names);
    },
    async lock(folder) {
      await ask('lock', folder);
      if (locked.has(folder)) throw new RuntimeError('locked', `${folder} is in use.`);
      locked.add(folder);
      return async () => void locked.delete(folder);
    },
  };
}

function diskFile(
  path: string,
  file: MemoryFile,
  ask: (type: DiskOperation['type'], path: string, length?: number) => Promise<number | undefined>,
): DiskFile {
  return {
    async write(bytes, position) {
      const written = (await ask('write', path, bytes.length)) ?? bytes.length;
      file.write(bytes.slice(0, written), position);
      return written;
    },
    async truncate(length) {
      await ask('truncate', path);
      file.truncate(length);
    },
    async sync() {
      await ask('sync', path);
      file.sync();
    },
    close: async () => {},
  };
}
