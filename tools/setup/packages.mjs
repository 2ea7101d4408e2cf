// The packages of the workspace, and which of them are published.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders, relative to the root, that hold a package. */
export function packageFolders(root) {
  return ['packages', 'tools']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .toSorted();
}

/** The packages that are not private: their folder, relative to the root, and their package.json. */
export function publishedPackages(root) {
  return packageFolders(root)
    .map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')),
    }))
    .filter(({ manifest }) => manifest.private !== true);
}
