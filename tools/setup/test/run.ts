import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';

export const root: string = resolve(import.meta.dirname, '../../..');

export interface Ran {
  /** The exit code, or -1 if there was none. */
  readonly status: number;
  readonly output: string;
}

/** A program in node_modules/.bin. */
export const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

/** Runs a program to its end, and answers with what it printed. What npm adds for its scripts is left out. */
export function run(program: string, args: readonly string[], cwd: string = root): Promise<Ran> {
  const kept = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_'));
  const env = { ...Object.fromEntries(kept), NO_COLOR: '1' };
  return new Promise((done) => {
    execFile(program, args, { cwd, env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      done({ status, output: stdout + stderr });
    });
  });
}
