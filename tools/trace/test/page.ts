import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { root } from './synod.js';

/** A folder to work in, and what somebody has on their PATH there. */
export interface Desk {
  readonly folder: string;
  /** Runs a command line as a shell would; both outputs in one. */
  readonly run: (
    command: string,
    env?: NodeJS.ProcessEnv,
  ) => { readonly status: number; readonly output: string };
  /** Removes the folder. */
  readonly clear: () => void;
}

/** A scratch copy of a folder, if one is named, with `synod` and `npx` at hand, and all packages installed. */
export function desk(from?: string): Desk {
  const place = mkdtempSync(join(realpathSync(tmpdir()), 'synod-page-'));
  const folder = join(place, from === undefined ? 'project' : basename(from));
  const bin = join(place, 'bin');
  if (from !== undefined) {
    cpSync(from, folder, { recursive: true, filter: (file) => !/node_modules|__pycache__/.test(file) });
  }
  for (const made of [folder, bin]) mkdirSync(made, { recursive: true });
  install(join(place, 'node_modules'));
  const program = (name: string, line: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  program('synod', `exec "${process.execPath}" "${join(root, 'tools/trace/dist/main.js')}" "$@"`);
  program('npx', 'exec "$@"');
  program('npm', 'exit 0');
  const tools = join(root, 'node_modules', '.bin');
  // Files of the repository are named as they would be from the folder itself.
  const [seen, meant] = [relative(folder, root), from === undefined ? root : relative(from, root)];
  const { GITHUB_ACTIONS: _, CI: __, ...inherited } = process.env;
  const path = [bin, tools, process.env['PATH']].join(delimiter);
  return {
    folder,
    run(command, env = {}) {
      const { status, stdout } = spawnSync('sh', ['-c', `exec 2>&1\n${command}`], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...inherited, PATH: path, NO_COLOR: '1', PYTHONDONTWRITEBYTECODE: '1', ...env },
      });
      return { status: status ?? -1, output: stdout.replaceAll(`${seen}/`, `${meant}/`) };
    },
    clear: () => rmSync(place, { recursive: true, force: true }),
  };
}

/** What `npm install` would bring: what the repository itself uses, and its packages. */
function install(modules: string): void {
  const link = (target: string, name: string): void => {
    const place = join(modules, name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(target, place, 'dir');
  };
  const installed = join(root, 'node_modules');
  for (const name of readdirSync(installed)) {
    if (!name.startsWith('.') && name !== '@synod') link(join(installed, name), name);
  }
  const packages = join(root, 'packages');
  for (const name of readdirSync(packages)) link(join(packages, name), `@synod/${name}`);
}

/** Times differ from run to run, and the width of their column with them. */
const timeless = (text: string): string =>
  text
    .replaceAll(/ +\d+\.\d s\b/g, ' T')
    .replaceAll(/ +time\b/g, ' time')
    .trimEnd();

/**
 * A page as it reads when it is worked through: its files are written, its changes made, its commands run. What it shows
 * of their output is replaced by what they print, unless only times differ.
 *
 * A block ` ```tla Lock.tla ` is a file, ` ```diff lock.mjs ` a change of one; in ` ```console `, lines that begin with `$ `
 * are commands.
 */
export function workedThrough(file: string, { run, folder }: Desk): string {
  let status = 0;
  const answered = (command: string, shown: string): string => {
    if (command === 'echo $?') return timeless(shown) === `${status}` ? shown : `${status}\n`;
    const ran = run(command);
    status = ran.status;
    return timeless(ran.output) === timeless(shown) ? shown : ran.output;
  };
  return readFileSync(file, 'utf8').replaceAll(
    /^```(\w+)(?: (\S+))?\n(.*?)^```$/gms,
    (block: string, language: string, name: string | undefined, content: string) => {
      if (name !== undefined) {
        const target = join(folder, name);
        writeFileSync(target, language === 'diff' ? changed(readFileSync(target, 'utf8'), content) : content);
        return block;
      }
      if (language !== 'console') return block;
      const lines = Array.from(content.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm));
      const answers = lines.map(
        ([, command = '', shown = '']) => `$ ${command}\n${answered(command, shown)}`,
      );
      return `\`\`\`console\n${answers.join('')}\`\`\``;
    },
  );
}

/** A text after a change, of which a page shows every line. */
function changed(text: string, change: string): string {
  const side = (gone: string): string =>
    change
      .split('\n')
      .filter((line) => !line.startsWith(gone))
      .map((line) => line.slice(1))
      .join('\n');
  const [before, after] = [side('+'), side('-')];
  if (!text.includes(before)) throw new Error(`there is nothing to change:\n${before}`);
  return text.replace(before, () => after);
}
