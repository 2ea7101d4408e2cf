import { readdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RuntimeError } from '../errors.js';
import { isRunning, type RunningProcess, thisProcess } from './running-process.js';

/** Tells the locks of one process apart. */
let locks = 0;

/**
 * Keeps every other process, and everybody else in this one, from a folder. A lock is a file whose name says which process it
 * is of, so that nobody need be there to take it away when that has been killed. Everybody first puts down their own, and then
 * looks for those of others: of two that come at once, at most one goes on.
 *
 * @returns what takes the lock away
 * @throws RuntimeError `locked`
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const own = fileName(await thisProcess(), (locks += 1));
  await writeFile(join(folder, own), '', { flag: 'wx' });
  const release = (): Promise<void> => remove(join(folder, own));
  try {
    for (const name of await readdir(folder)) {
      const process = name === own ? undefined : processOf(name);
      if (process === undefined) continue;
      if (await isRunning(process)) throw locked(folder, process.pid, name);
      await remove(join(folder, name));
    }
  } catch (error) {
    await release();
    throw error;
  }
  return release;
}

function fileName({ pid, started }: RunningProcess, number: number): string {
  return `lock.${pid}.${started}.${number}`;
}

function processOf(name: string): RunningProcess | undefined {
  const [, pid, started] = /^lock\.([1-9]\d*)\.([\w-]+)\.\d+$/.exec(name) ?? [];
  return pid === undefined || started === undefined ? undefined : { pid: Number(pid), started };
}

async function remove(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    // Somebody else has tidied up.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function locked(folder: string, pid: number, name: string): RuntimeError {
  return new RuntimeError(
    'locked',
    `${folder} is in use by process ${pid}: two nodes must not share a ledger. Stop that one, or take another folder; if it is no node, remove ${name} there.`,
  );
}
