import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { RecorderError } from './error.js';
import type { Sink } from './sink.js';

/** What of node:fs a sink needs: tests give others, which fail. */
export interface Files {
  open(path: string): number;
  /** How many of the bytes were written, from the first one on: a disk may take fewer than it is given. */
  write(file: number, bytes: Uint8Array): number;
  sync(file: number): void;
  close(file: number): void;
}

const disk: Files = {
  open: (path) => openSync(path, 'a'),
  write: (file, bytes) => writeSync(file, bytes),
  sync: fdatasyncSync,
  close: closeSync,
};

export interface FileSinkOptions {
  /**
   * Waits at each write until the disk has it (default: no). Without it, a crash of the process loses nothing, but one of the whole
   * machine may take the last lines away.
   */
  readonly sync?: boolean;
}

/**
 * Appends to a file, one write a flush. It writes at once and waits for the operating system, since what a message says must
 * be in the trace before the message is sent. The file is made when there is something to write.
 */
export function fileSink(path: string, options: FileSinkOptions = {}): Sink {
  return sinkOn(disk, path, options);
}

/** A sink on files of any kind. */
export function sinkOn(files: Files, path: string, { sync = false }: FileSinkOptions = {}): Sink {
  let file: number | undefined;
  return {
    write(lines) {
      try {
        file ??= files.open(path);
        for (let rest: Uint8Array = Buffer.from(lines); rest.length > 0; ) {
          const written = files.write(file, rest);
          if (written <= 0) throw new Error('it takes no more bytes');
          rest = rest.subarray(written);
        }
        if (sync) files.sync(file);
      } catch (cause) {
        throw unwritable(path, cause);
      }
    },
    close() {
      if (file !== undefined) files.close(file);
      file = undefined;
    },
  };
}

/** The error for a trace that cannot be written. */
export function unwritable(path: string, cause: unknown): RecorderError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message = `cannot write the trace ${path} (${why}): the process must stop, since what it does from now on would be missing there.`;
  return new RecorderError('write-failed', message, { cause });
}
