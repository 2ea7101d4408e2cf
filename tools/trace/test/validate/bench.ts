import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Run, root } from '../synod.js';

/** A run takes about a second, and longer where much else runs. */
export const slow = { timeout: 60_000 } as const;

export const main: string = join(root, 'tools/trace/dist/main.js');

/** What the command is run with: no colours, and not as in a CI job, wherever the tests themselves run. */
export function plainEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { GITHUB_ACTIONS: _, CI: __, FORCE_COLOR: ___, ...inherited } = process.env;
  return { ...inherited, ...more };
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/** Runs `synod validate` as somebody would, in the repository unless said otherwise. */
export function validate(args: readonly string[], { input, env, cwd = root }: RunOptions = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'validate', ...args], {
    cwd,
    encoding: 'utf8',
    env: plainEnvironment(env),
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, stderr };
}

/** A recorded run. */
export function recorded(name: string): string {
  return `traces/executions/${name}`;
}

/** The lines of a recorded run. */
export function linesOf(name: string): readonly string[] {
  return readFileSync(join(root, recorded(name)), 'utf8')
    .trimEnd()
    .split('\n');
}

/** A folder that goes when the tests of the file are done. */
export interface Bench {
  readonly folder: string;
  /** Writes a file; an array is its lines. @returns its name */
  readonly write: (name: string, content: readonly string[] | string | Uint8Array) => string;
  readonly read: (name: string) => string;
  /** Runs `synod validate` in the folder. */
  readonly validate: (args: readonly string[], options?: RunOptions) => Run;
}

export function bench(): Bench {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-validate-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    write(name, content) {
      const isText = typeof content === 'string' || content instanceof Uint8Array;
      writeFileSync(join(folder, name), isText ? content : content.map((line) => `${line}\n`).join(''));
      return name;
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    validate: (args, options = {}) => validate(args, { cwd: folder, ...options }),
  };
}

/** The rows of the table, without their times. */
export function rows(stdout: string): readonly string[] {
  const table = stdout
    .slice(stdout.lastIndexOf('\n\n') + 1)
    .trim()
    .split('\n');
  return table.slice(1).map((line) => line.replace(/ +\d+\.\d s/, '').replaceAll(/ {2,}/g, ' '));
}
