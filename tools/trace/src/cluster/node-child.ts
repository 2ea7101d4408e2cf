import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { InputError } from '@synod/tla';
import type { DieAfter, NodeCommandOptions } from '../node/options.js';

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A node in a process of its own. */
export interface NodeChild {
  readonly id: string;
  readonly dieAfter: DieAfter | undefined;
  /** Resolves when it can be reached. @throws InputError with what it said, if it ended instead */
  readonly ready: Promise<void>;
  readonly exited: Promise<Exit>;
  /** The last it said on standard error that is no line of its log. */
  readonly lastWords: () => string;
  readonly signal: (signal: NodeJS.Signals) => void;
}

/**
 * Starts a node. It ends when this process does, however that comes about.
 *
 * @param onLine is given what it logs, a line at a time
 */
export function startChild(
  options: NodeCommandOptions,
  onLine: (line: Readonly<Record<string, unknown>>) => void = () => {},
): NodeChild {
  const entry = new URL('./node-process.js', import.meta.url).pathname;
  const argument = JSON.stringify({ ...options, withParent: true });
  const child = spawn(process.execPath, [entry, argument], { stdio: ['pipe', 'pipe', 'pipe'] });
  let lastWords = '';
  createInterface(child.stderr).on('line', (line) => {
    const logged = jsonOf(line);
    if (logged === undefined) lastWords = line;
    else onLine(logged);
  });
  // It may be gone when it is told that this process is.
  child.stdin.on('error', () => {});
  const exited = exitOf(child);
  const ready = readyOf(options.id, child.stdout, exited, () => lastWords);
  return {
    id: options.id,
    dieAfter: options.dieAfter,
    ready,
    exited,
    lastWords: () => lastWords,
    signal: (signal) => void child.kill(signal),
  };
}

function readyOf(
  id: string,
  stdout: Readable,
  exited: Promise<Exit>,
  lastWords: () => string,
): Promise<void> {
  const said = new Promise<void>((resolve) => {
    createInterface(stdout).once('line', () => resolve());
  });
  const failed = async (): Promise<never> => {
    const { code, signal } = await exited;
    const how = lastWords() === '' ? `it ended with ${signal ?? `exit code ${code}`}` : lastWords();
    throw new InputError('node-ended', `${id} did not start: ${how.replace(/^synod: /, '')}`);
  };
  const ready = Promise.race([said, failed()]);
  // Not everybody waits for it.
  ready.catch(() => {});
  return ready;
}

function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    // When its output has been read, too.
    child.once('close', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
}

function jsonOf(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return line.startsWith('{') ? (JSON.parse(line) as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
