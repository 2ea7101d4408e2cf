// Puts the command line into few files, dist/bundle/: to load some hundred modules one by one takes longer than a short command
// does its work. What others have written is not bundled, but imported from where it is installed.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { withoutEntryPoint } from './bundle-imports.mjs';
import { withUrls } from './bundle-urls.mjs';

const workspace = resolve(import.meta.dirname, '../..');
const bundle = join(import.meta.dirname, 'dist/bundle');
const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'));

/** The program, and what it often starts as a thread or a process of its own. */
const entries = {
  main: 'tools/trace/dist/main.js',
  'check-worker': 'tools/trace/dist/check-worker.js',
  'simulate-worker': 'tools/trace/dist/simulate/worker.js',
  'node-process': 'tools/trace/dist/cluster/node-process.js',
  'explore-worker': 'packages/compiler/dist/run/explore/worker.js',
  'load-model': 'packages/compiler/dist/load-model.js',
};

const { outputFiles } = await build({
  absWorkingDir: workspace,
  entryPoints: Object.entries(entries).map(([out, file]) => ({ in: file, out })),
  outdir: bundle,
  write: false,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
  plugins: [{ name: 'synod', setup }],
});
mkdirSync(bundle, { recursive: true });
for (const { path, contents } of outputFiles) writeFileSync(path, contents);
const written = new Set(outputFiles.map(({ path }) => basename(path)));
for (const name of readdirSync(bundle)) if (!written.has(name)) rmSync(join(bundle, name));

/** How esbuild finds and reads files. */
function setup({ onResolve, onLoad, resolve: find }) {
  const imports = withoutEntryPoint({ onResolve, onLoad, find });
  onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
    if (kind === 'entry-point' || path.startsWith('@synod/')) return undefined;
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(path)[0];
    const isThere =
      name.startsWith('node:') || builtinModules.includes(name) || Object.hasOwn(dependencies, name);
    if (isThere) return { path, external: true };
    const text = `${relative(workspace, importer)} imports ${name}: name it in the dependencies of tools/trace/package.json`;
    return { errors: [{ text }] };
  });
  const urls = withUrls({ workspace, bundle, entries, dependencies });
  onLoad({ filter: /\.js$/, namespace: 'file' }, async ({ path }) => ({
    contents: await imports(urls(readFileSync(path, 'utf8'), path), path),
  }));
}
