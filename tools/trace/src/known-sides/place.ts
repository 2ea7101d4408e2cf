import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Side, signatures } from '@synod/conformance';
import { key } from '@synod/tla';
import { cacheFolder } from '@synod/tlc';
import { openModel } from '../model.js';
import type { ModelEntry, Project } from '../project.js';

/** A side that is a function of files and of this program. The TypeScript is not: it is run whenever it is asked. */
export type KnownSide = Exclude<Side, 'actual'>;

/** The packages whose code reads exports, compiles specifications and packs what is found. */
const packages = ['tla', 'spec', 'conformance', 'compiler', 'trace'];

/**
 * The file in which is kept what a side of a model finds. Its name is a digest of all that this depends on: it is
 * another file as soon as a byte changes of the export or of the specifications, of the program that looks at them, or
 * of what the TypeScript says is to be looked at.
 *
 * @returns undefined if something cannot be read: whoever looks at the side says what
 */
export async function placeOf(
  project: Project,
  entry: ModelEntry,
  side: KnownSide,
): Promise<string | undefined> {
  try {
    const { system, constants } = await openModel(project, entry);
    const assigned = Object.entries(constants).map(([name, value]) => [name, key(value)]);
    const asked = [side, entry, system.name, system.variables, signatures(system), assigned];
    const hash = createHash('sha256').update(programDigest()).update(JSON.stringify(asked));
    const [folder, ending] =
      side === 'expected' ? [join(project.traces, entry.name), /./] : [project.specs, /\.(tla|cfg)$/];
    addFiles(hash, folder, ending);
    return join(cacheFolder(process.env), 'sides', `${entry.name}-${side}-${hash.digest('hex')}`);
  } catch {
    return undefined;
  }
}

let digest: string | undefined;

/** A digest of the code that is run: two programs that might find different things have different ones. */
function programDigest(): string {
  if (digest !== undefined) return digest;
  // Bundled or not: what was built of the two may differ.
  const folder = basename(dirname(process.argv[1] ?? ''));
  const hash = createHash('sha256').update(`${process.version} ${folder}\n`);
  const { resolve } = createRequire(import.meta.url);
  for (const name of packages) {
    const manifest = resolve(`@synod/${name}/package.json`);
    // It has the versions of what the package depends on.
    hash.update(readFileSync(manifest));
    addFiles(hash, join(dirname(manifest), 'dist'), /\.js$/);
  }
  digest = hash.digest('hex');
  return digest;
}

/** Adds the names and the contents of the files of a folder, and of those in it, that end so. */
function addFiles(hash: Hash, folder: string, ending: RegExp): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const chosen = names.filter((name) => ending.test(name));
  for (const name of chosen.toSorted()) {
    const bytes = readFileSync(join(folder, name));
    hash.update(`\n${name} ${bytes.length}\n`).update(bytes);
  }
}
