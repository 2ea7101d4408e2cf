import { accessSync, closeSync, constants, openSync, readSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { RecorderError } from './error.js';
import { type FileSinkOptions, fileSink, unwritable } from './file-sink.js';
import type { RecordedHeader, Recorder, WrittenEvent } from './recorder.js';
import { type Resumed, traceResumer } from './resume-trace.js';
import { refuseOtherHeader } from './same-header.js';
import { recorder, type SlowFlush } from './trace-recorder.js';

export interface OpenRecorderOptions extends FileSinkOptions {
  /** The name of this process, as other processes and the trace know it. */
  readonly process: string;
  readonly header: RecordedHeader;
  /**
   * Is given each event that the file has already, in their order, before `openRecorder` returns: so the caller finds out what its
   * ledger has and the trace lacks, and records that first.
   */
  readonly onEvent?: (event: WrittenEvent) => void;
  readonly slow?: SlowFlush;
}

export interface OpenedRecorder {
  readonly recorder: Recorder;
  /** What was found; nothing if there was no file. Its torn last line has been cut off. */
  readonly found: Resumed | undefined;
}

/** A file is read in pieces of so many bytes. */
const pieceSize = 1024 * 1024;

/**
 * Records the trace of a process in a file, and goes on where the process had left off.
 *
 * @throws RecorderError if the file is damaged before its last line, is the trace of another process or was begun with another
 *   header (`meta` may differ), or if nothing can be written there. The file is then as it was.
 */
export function openRecorder(path: string, options: OpenRecorderOptions): OpenedRecorder {
  const { process, header, onEvent = () => undefined, slow, sync = false } = options;
  const found = readFile(path, process, onEvent);
  if (found?.header !== undefined) refuseOtherHeader(path, found.header, header);
  try {
    accessSync(found === undefined ? dirname(path) : path, constants.W_OK);
    if (found !== undefined && found.cut > 0) truncateSync(path, found.kept);
  } catch (cause) {
    throw unwritable(path, cause);
  }
  const sink = fileSink(path, { sync });
  const going = { ...(found && { resume: found }), ...(slow && { slow }) };
  return { recorder: recorder({ process, header, sink, ...going }), found };
}

function readFile(
  path: string,
  process: string,
  onEvent: (event: WrittenEvent) => void,
): Resumed | undefined {
  const file = openExisting(path);
  if (file === undefined) return undefined;
  const resumer = traceResumer(onEvent, { file: path, process });
  try {
    const piece = Buffer.alloc(pieceSize);
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) {
      resumer.push(piece.subarray(0, size));
    }
    return resumer.end();
  } catch (cause) {
    throw isSystemError(cause) ? unreadable(path, cause) : cause;
  } finally {
    closeSync(file);
  }
}

function openExisting(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (cause) {
    if (isSystemError(cause) && cause.code === 'ENOENT') return undefined;
    throw unreadable(path, cause);
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function unreadable(path: string, cause: unknown): RecorderError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message = `cannot read the trace ${path} (${why}): the process cannot go on with it.`;
  return new RecorderError('read-failed', message, { cause });
}
