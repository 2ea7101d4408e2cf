import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
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
import { dirname, join, resolve } from 'node:path';

export const root: string = resolve(import.meta.dirname, '../../..');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as somebody would, in a process of its own. */
export function synod(
  args: readonly string[],
  options: { main?: string; env?: NodeJS.ProcessEnv } = {},
): Run {
  const main = options.main ?? join(root, 'tools/trace/dist/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...options.env },
  });
  return { status, stdout, stderr };
}

/** A copy of specs/ and traces/ that can be damaged, gone when the work is done. */
export function withProject(work: (project: string) => void): void {
  withFolder((project) => {
    cpSync(join(root, 'specs'), join(project, 'specs'), { recursive: true });
    cpSync(join(root, 'traces'), join(project, 'traces'), { recursive: true });
    work(project);
  });
}

/** Runs the command line with one compiled file of a package changed, in a tree of its own. */
export function synodWith(
  change: { readonly package: string; readonly file: string; readonly from: string; readonly to: string },
  args: readonly string[],
): Run {
  let run: Run | undefined;
  withFolder((tree) => {
    const copy = (folder: string): void => {
      for (const part of ['dist', 'src', 'package.json']) {
        cpSync(join(root, folder, part), join(tree, folder, part), { recursive: true });
      }
    };
    // What is not copied would find the package as it was.
    const reader = ['compiler', 'conformance'].includes(change.package) ? ['compiler', 'conformance'] : [];
    const changed = ['consensus', 'voting', 'paxos', ...reader];
    copy('tools/trace');
    for (const name of changed) copy(`packages/${name}`);
    const modules = join(tree, 'node_modules');
    for (const folder of ['tools/trace', ...reader.map((name) => `packages/${name}`)]) {
      link(join(root, folder, 'node_modules'), modules, (name) => !changed.includes(name));
    }
    for (const name of changed) link1(join(tree, 'packages', name), join(modules, '@synod', name));

    const file = join(tree, 'packages', change.package, 'dist', change.file);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(change.from)) throw new Error(`${change.file} has no ${change.from}`);
    writeFileSync(file, text.replace(change.from, change.to));
    run = synod(['--project', root, ...args], { main: join(tree, 'tools/trace/dist/main.js') });
  });
  return run as Run;
}

function link(from: string, to: string, wanted: (name: string) => boolean): void {
  for (const name of readdirSync(from)) {
    if (name.startsWith('.')) continue;
    if (name.startsWith('@')) link(join(from, name), join(to, name), wanted);
    else if (wanted(name)) link1(realpathSync(join(from, name)), join(to, name));
  }
}

function link1(target: string, place: string): void {
  mkdirSync(dirname(place), { recursive: true });
  if (!existsSync(place)) symlinkSync(target, place, 'dir');
}

export function withFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-test-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
