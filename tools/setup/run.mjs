// `npm run conform`, `npm test`, `npm run synod -- …`: whatever a clone still lacks is installed and built first.
// Plain JavaScript without dependencies, because it runs before there are any.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt, isInstalled, rememberBuilt, rememberInstalled } from './stamps.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const synod = join(root, 'tools/trace/dist/bundle/main.js');

const [command = '', ...rest] = process.argv.slice(2);
const commands = {
  conform: () => run(process.execPath, [synod, 'check', ...rest]),
  synod: () => run(process.execPath, [synod, ...rest], process.env.INIT_CWD),
  test: () => run(bin('vitest'), ['run', ...rest]),
  bench: () => run(process.execPath, [join(root, 'tools/bench/dist/main.js'), ...rest], process.env.INIT_CWD),
  fuzz: () => fuzz('tla') || fuzz('conformance'),
  api: () => run(process.execPath, [join(root, 'tools/setup/api.mjs'), ...rest]),
  build: () => 0,
  lint: () => run(bin('oxlint'), ['--type-aware', ...rest]) || run(bin('biome'), ['check', '.']),
  format: () => run(bin('biome'), ['check', '--write', '.']),
};

const fuzz = (name) => run(bin('tsx'), [join(root, `packages/${name}/fuzz/fuzz.ts`), ...rest]);

process.exitCode = main();

function main() {
  if (!Object.hasOwn(commands, command)) {
    return fail(`unknown task ${JSON.stringify(command)}; there are ${Object.keys(commands).join(', ')}`);
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    return fail(`Node ${process.versions.node} is too old; install Node 20.19 or newer`);
  }
  const setUp = prepare();
  return setUp === 0 ? commands[command]() : setUp;
}

/** Installs and builds what is not yet installed and built. */
function prepare() {
  if (!isInstalled(root)) {
    console.error('synod: installing what the project depends on …');
    const status = quietly(pnpm(['install', '--frozen-lockfile', '--prefer-offline']), 'the installation');
    if (status !== 0) return status;
    rememberInstalled(root);
  }
  if (!isBuilt(root)) {
    console.error('synod: building …');
    const status = quietly(pnpm(['exec', 'turbo', 'run', 'build', '--output-logs=errors-only']), 'the build');
    if (status !== 0) return status;
    rememberBuilt(root);
  }
  return 0;
}

/** The command line that runs the pinned pnpm; npm fetches it where it is not there. */
function pnpm(args) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return ['npm', ['exec', '--yes', `--package=${packageManager}`, '--', 'pnpm', ...args]];
}

/** Runs a command whose output is of interest only when it fails. */
function quietly([program, args], what) {
  const result = spawnSync(program, args, {
    cwd: root,
    env: environment(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (result.status === 0) return 0;
  process.stderr.write([result.stdout, result.stderr].join(''));
  return fail(`${what} failed${result.error ? `: ${result.error.message}` : ''}; its output is above`);
}

function run(program, args, cwd = root) {
  const result = spawnSync(program, args, { cwd, env: environment(), stdio: 'inherit' });
  if (result.error) return fail(`${program} could not be run: ${result.error.message}`);
  // Ended by a signal: 128 and its number, as shells have it.
  return result.status ?? (result.signal === 'SIGINT' ? 130 : 143);
}

/** The environment without what npm adds for its scripts, which would change how npm and pnpm run below it. */
function environment() {
  const kept = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_'));
  return { ...Object.fromEntries(kept), TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
}

function fail(message) {
  console.error(`synod: ${message}`);
  return 2;
}
