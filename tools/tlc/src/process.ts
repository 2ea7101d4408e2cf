import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Environment } from './environment.js';

/** How a program is started. */
export interface ProcessRequest {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly cwd: string;
  readonly environment: Environment;
  /** `inherit`: the program talks to the terminal itself. `pipe`: its lines, of both outputs, go to `onLine`. */
  readonly stdio: 'inherit' | 'pipe';
  readonly onLine?: ((line: string) => void) | undefined;
  /** Ends the program. */
  readonly signal?: AbortSignal | undefined;
}

/** How long an ended program may take to go before it is killed outright. */
const gracePeriod = 5000;

/**
 * Runs a program to its end.
 *
 * @returns its exit code; 128 and the signal's number if a signal ended it, as in a shell
 * @throws Error (of the operating system) if it cannot be started
 */
export async function runProcess(request: ProcessRequest): Promise<number> {
  if (request.signal?.aborted === true) return 128 + constants.signals.SIGTERM;
  const child = spawn(request.command, [...request.arguments], {
    cwd: request.cwd,
    env: { ...request.environment },
    stdio: request.stdio === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let killer: NodeJS.Timeout | undefined;
  const end = (): void => {
    child.kill('SIGTERM');
    killer = setTimeout(() => child.kill('SIGKILL'), gracePeriod);
  };
  request.signal?.addEventListener('abort', end, { once: true });
  try {
    const exit = new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) =>
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
      );
    });
    const [code] = await Promise.all([
      exit,
      readLines(child.stdout, request.onLine),
      readLines(child.stderr, request.onLine),
    ]);
    return code;
  } finally {
    clearTimeout(killer);
    request.signal?.removeEventListener('abort', end);
  }
}

async function readLines(input: Readable | null, onLine: ProcessRequest['onLine']): Promise<void> {
  if (input === null) return;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) onLine?.(line);
}
