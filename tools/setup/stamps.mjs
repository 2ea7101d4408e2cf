// What has been installed and built, remembered by a fingerprint of what it was made from.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolders } from './packages.mjs';

const installed = { file: 'node_modules/.synod/installed', fingerprint: installFingerprint };
const built = { file: 'node_modules/.synod/built', fingerprint: buildFingerprint };

export const isInstalled = (root) => matches(root, installed);
export const isBuilt = (root) => matches(root, built);
export const rememberInstalled = (root) => remember(root, installed);
export const rememberBuilt = (root) => remember(root, built);

function matches(root, { file, fingerprint }) {
  const path = join(root, file);
  return existsSync(path) && readFileSync(path, 'utf8') === fingerprint(root);
}

function remember(root, { file, fingerprint }) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), fingerprint(root));
}

function installFingerprint(root) {
  // Not the version of Node: nothing that is installed is built for it.
  const hash = createHash('sha256');
  const own = packageFolders(root).map((name) => join(name, 'package.json'));
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...own]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Content, not times: a file that is changed and changed back needs no build, one restored with an old time does. */
function buildFingerprint(root) {
  const hash = createHash('sha256').update(installFingerprint(root));
  hash.update(readFileSync(join(root, 'tsconfig.base.json')));
  hash.update(`${existsSync(join(root, 'tools/trace/dist/bundle/main.js'))}\n`);
  for (const name of packageFolders(root)) {
    hash.update(`${name} ${existsSync(join(root, name, 'dist'))}\n`);
    for (const file of [...settings(join(root, name)), ...files(join(root, name, 'src'))])
      hash.update(`${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** What beside the sources says how a package is built. */
function settings(folder) {
  return readdirSync(folder)
    .filter((name) => /^tsconfig.*\.json$|\.mjs$/.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}

function files(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => statSync(name).isFile() && !name.endsWith('.test.ts'))
    .toSorted();
}
