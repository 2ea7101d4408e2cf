import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type Environment, findOnPath } from './environment.js';
import { runProcess } from './process.js';
import { githubRelease, mavenRelease, type TlcRelease } from './releases.js';

/** One way to get a jar into a folder. A failure is an Error whose message says why, for people. */
export interface TlcSource {
  readonly name: string;
  readonly release: TlcRelease;
  /** Puts the jar into the folder and gives its path. */
  fetch(folder: string): Promise<string>;
}

const mavenPatience = 180_000;
const githubPatience = 20_000;
const githubAddress = 'https://github.com/tlaplus/tlaplus/releases/download/v1.7.4/tla2tools.jar';

/** Maven Central, through the Maven client, which knows how this machine reaches it. */
export function mavenSource(environment: Environment): TlcSource {
  return {
    name: 'Maven',
    release: mavenRelease,
    async fetch(folder) {
      const command = await findOnPath('mvn', environment);
      if (command === undefined) throw new Error('there is no mvn on PATH');
      const goal = [`-Dartifact=${mavenRelease.origin}`, `-DoutputDirectory=${folder}`];
      const lines: string[] = [];
      const exitCode = await runProcess({
        command,
        arguments: ['-q', '-B', 'dependency:copy', ...goal],
        cwd: folder,
        environment,
        stdio: 'pipe',
        onLine: (line) => lines.push(stripVTControlCharacters(line)),
        signal: AbortSignal.timeout(mavenPatience),
      });
      if (exitCode !== 0) {
        const reason = lines.find((line) => line.startsWith('[ERROR]'))?.slice(8, 208);
        throw new Error(reason ?? `mvn ended with exit code ${exitCode}`);
      }
      return join(folder, mavenRelease.file);
    },
  };
}

/** The project's own release, over HTTPS. */
export function githubSource(get: typeof globalThis.fetch): TlcSource {
  return {
    name: 'GitHub',
    release: githubRelease,
    async fetch(folder) {
      const response = await get(githubAddress, { signal: AbortSignal.timeout(githubPatience) });
      if (!response.ok) throw new Error(`answered ${response.status}`);
      const file = join(folder, githubRelease.file);
      await writeFile(file, new Uint8Array(await response.arrayBuffer()));
      return file;
    },
  };
}

/**
 * Fetches a jar into the cache: first into a folder beside it, so that the cache never holds half of one.
 *
 * @param accept throws if the jar must not be used
 * @returns its path in the cache
 */
export async function fetchInto(
  cache: string,
  source: TlcSource,
  accept: (file: string) => Promise<void>,
): Promise<string> {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, '.fetch-'));
  try {
    const file = await source.fetch(folder);
    await accept(file);
    const place = join(cache, source.release.file);
    await rename(file, place);
    return place;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
