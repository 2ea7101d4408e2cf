import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tlc } from './find.js';
import { untilInterrupted } from './interrupt.js';
import { type ProcessRequest, runProcess } from './process.js';

/** One run of TLC. */
export interface RunTlcRequest {
  readonly tlc: Pick<Tlc, 'jar' | 'java'>;
  /** Further options for Java, after `javaOptions`. */
  readonly java?: readonly string[];
  /** TLC's own arguments, options and the module's name. */
  readonly arguments: readonly string[];
  readonly cwd: string;
  readonly stdio: 'inherit' | 'pipe';
  /** With `pipe`: hears each line of TLC's output, without its end. */
  readonly onLine?: (line: string) => void;
  /** Ends TLC. */
  readonly signal?: AbortSignal | undefined;
}

/** What Java is told before the class; the same for every run, so that it can be printed. */
export const javaOptions: readonly string[] = ['-XX:+UseParallelGC'];
export const mainClass = 'tlc2.TLC';

/**
 * Runs TLC to its end. Its own files, which it would leave in a folder `states` beside the specification, are
 * kept in a temporary folder and removed, unless an argument says where they are to go (`-metadir`) or that
 * they matter (`-checkpoint`, `-recover`). If this process is told to end meanwhile, TLC ends, the folder
 * goes, and then the process does.
 *
 * @returns TLC's exit code (see {@link exitMeaning}); 128 and a signal's number if a signal ended it
 */
export async function runTlc(request: RunTlcRequest): Promise<number> {
  return untilInterrupted((signal) => runTlcUntil({ ...request, signal }), request.signal);
}

/**
 * TLC for somebody who knows it: arguments, output and exit code are passed through. Nothing is added that
 * could change what TLC prints; in particular not `-workers auto`, with which dumps lose their order and a
 * counterexample need not be the shortest.
 *
 * @returns TLC's exit code
 */
export async function passThrough(
  tlc: Pick<Tlc, 'jar' | 'java'>,
  tlcArguments: readonly string[],
  cwd: string = process.cwd(),
): Promise<number> {
  return runTlc({ tlc, arguments: tlcArguments, cwd, stdio: 'inherit' });
}

const ownFolder = new Set(['-metadir', '-checkpoint', '-recover']);

/** {@link runTlc} for a caller that itself tidies up when the process is told to end. */
export async function runTlcUntil(request: RunTlcRequest): Promise<number> {
  const scratch = await mkdtemp(join(tmpdir(), 'synod-tlc-'));
  try {
    // TLC unpacks the standard modules where Java keeps temporary files: two runs must not share that place.
    const temporary = join(scratch, 'java');
    await mkdir(temporary);
    const has = request.arguments.some((argument) => ownFolder.has(argument));
    const added = has ? [] : ['-metadir', join(scratch, 'states')];
    const options = [...javaOptions, ...(request.java ?? [])];
    const java = [...options, `-Djava.io.tmpdir=${temporary}`, '-cp', request.tlc.jar, mainClass];
    const start: ProcessRequest = {
      command: request.tlc.java,
      arguments: [...java, ...added, ...request.arguments],
      cwd: request.cwd,
      // TLC writes in the platform's encoding.
      environment: { ...process.env, LC_ALL: 'C.UTF-8' },
      stdio: request.stdio,
      onLine: request.onLine,
      signal: request.signal,
    };
    return await runProcess(start);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
