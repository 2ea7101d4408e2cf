import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, and those above it, where they are not there. Not `recursive`: where a folder refuses every name, as /proc
 * does, Node tries for ever.
 *
 * @throws the system's error
 */
export function makeFolder(folder: string): void {
  const path = resolve(folder);
  const above = dirname(path);
  try {
    mkdirSync(path);
  } catch (error) {
    if (isFolder(path)) return;
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || above === path || isFolder(above)) throw error;
    makeFolder(above);
    mkdirSync(path);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
