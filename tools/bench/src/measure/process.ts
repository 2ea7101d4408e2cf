import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';

/** A program that is run and measured as a whole, from its start to its end. */
export interface MeasuredCommand {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  /** What its output must show, so that no side is measured that did other work than it should. */
  readonly shows: RegExp;
  /** The exit code that is expected; 0 unless given. */
  readonly exitCode?: number;
}

/** What one run took. */
export interface Measurement {
  /** From before the program is started until it has ended. */
  readonly seconds: number;
  /** The most memory that it had resident, in bytes; undefined where the system does not tell. */
  readonly peakBytes: number | undefined;
  readonly output: string;
}

const pollMilliseconds = 20;

/**
 * Runs a program and measures it.
 *
 * @throws Error if it cannot be started, ends with another exit code, or does not show what it must
 */
export async function measure(request: MeasuredCommand, signal?: AbortSignal): Promise<Measurement> {
  const start = performance.now();
  const child = spawn(request.command, [...request.arguments], {
    cwd: request.cwd,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    killSignal: 'SIGTERM',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  let peakBytes: number | undefined;
  const poll = setInterval(() => {
    peakBytes = highWaterMark(child.pid) ?? peakBytes;
  }, pollMilliseconds);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exit, killed) => resolve(exit ?? 128 + (killed ? constants.signals[killed] : 0)));
    });
    const seconds = (performance.now() - start) / 1000;
    refuseOther(request, code, output);
    return { seconds, peakBytes, output };
  } finally {
    clearInterval(poll);
  }
}

/** The most memory that a process has had resident so far, in bytes: Linux keeps it. */
function highWaterMark(pid: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

function refuseOther(
  { command, arguments: given, shows, exitCode = 0 }: MeasuredCommand,
  code: number,
  output: string,
): void {
  const line = [command, ...given].join(' ');
  const end = output.trim().split('\n').slice(-12).join('\n');
  if (code !== exitCode) throw new Error(`exit code ${code}, not ${exitCode}: ${line}\n${end}`);
  if (!shows.test(output)) throw new Error(`the output does not show ${shows}: ${line}\n${end}`);
}
