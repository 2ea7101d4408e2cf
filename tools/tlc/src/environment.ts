import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/** The environment variables that are looked at; `process.env` unless a test gives others. */
export type Environment = { readonly [name: string]: string | undefined };

/** Where Synod keeps what it has fetched: `SYNOD_CACHE`, else `synod` in `XDG_CACHE_HOME` or in `~/.cache`. */
export function cacheFolder(environment: Environment): string {
  const own = environment['SYNOD_CACHE'];
  if (own) return own;
  const shared = environment['XDG_CACHE_HOME'];
  return join(shared || join(environment['HOME'] || homedir(), '.cache'), 'synod');
}

/** The first executable file of that name in the folders of `PATH`; nothing if there is none. */
export async function findOnPath(name: string, environment: Environment): Promise<string | undefined> {
  for (const folder of (environment['PATH'] ?? '').split(delimiter)) {
    // An empty entry means the current folder to a shell; a program of ours should not run what lies there.
    const file = resolve(folder, name);
    if (folder !== '' && (await isExecutable(file))) return file;
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
