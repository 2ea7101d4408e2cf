import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedPackages } from '../packages.mjs';
import { type Ran, root, run } from './run.js';

/** A published package as somebody would install it. */
export interface Tarball {
  readonly name: string;
  readonly file: string;
}

/** Where {@link packAll} puts the published packages. */
export function tarballs(folder: string): readonly Tarball[] {
  return publishedPackages(root).map(({ manifest: { name, version } }) => ({
    name,
    file: join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`),
  }));
}

/** Packs all published packages as they would be published: with pnpm, which knows what `workspace:*` stands for. */
export function packAll(folder: string): Promise<Ran> {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    packageManager: string;
  };
  const filters = publishedPackages(root).flatMap(({ manifest }) => ['--filter', manifest.name]);
  const pnpm = ['exec', '--yes', `--package=${packageManager}`, '--', 'pnpm'];
  return run('npm', [...pnpm, '-r', ...filters, 'pack', '--pack-destination', folder]);
}
