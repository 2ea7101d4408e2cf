import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The packages whose code reads exports, compiles specifications and packs what is found. */
const packages = ['tla', 'spec', 'conformance', 'compiler', 'trace'];

let digest: string | undefined;

/** A digest of the code that is run: two programs that might find different things have different ones. */
export function programDigest(): string {
  if (digest !== undefined) return digest;
  const hash = createHash('sha256').update(process.version);
  const folder = dirname(fileURLToPath(new URL('../main.js', import.meta.url)));
  if (basename(folder) === 'bundle') addBundle(hash, folder);
  else addPackages(hash);
  digest = hash.digest('hex');
  return digest;
}

/** Most files of the bundle have a digest of their content in their names: these need not be read. */
function addBundle(hash: Hash, folder: string): void {
  addFile(hash, fileURLToPath(new URL('../../package.json', import.meta.url)), 'package.json');
  for (const name of readdirSync(folder).toSorted()) {
    if (/-[0-9A-Z]{8}\.js$/.test(name)) hash.update(`\n${name}`);
    else addFile(hash, join(folder, name), name);
  }
}

function addPackages(hash: Hash): void {
  const { resolve } = createRequire(import.meta.url);
  for (const name of packages) {
    const manifest = resolve(`@synod/${name}/package.json`);
    // It has the versions of what the package depends on.
    addFile(hash, manifest, name);
    addFiles(hash, join(dirname(manifest), 'dist'), /\.js$/);
  }
}

/** Adds the names and the contents of the files of a folder, and of those in it, that end so. */
export function addFiles(hash: Hash, folder: string, ending: RegExp): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const chosen = names.filter((name) => ending.test(name));
  for (const name of chosen.toSorted()) addFile(hash, join(folder, name), name);
}

/** Adds a file's content, and what it is called. */
function addFile(hash: Hash, file: string, name: string): void {
  const bytes = readFileSync(file);
  hash.update(`\n${name} ${bytes.length}\n`).update(bytes);
}
