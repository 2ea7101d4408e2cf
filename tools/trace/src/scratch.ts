import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilInterrupted } from '@synod/tlc';

/**
 * Does some work in a folder of its own, which is gone afterwards, also when the process is told to end meanwhile:
 * then the signal is aborted, and the process ends when the work has.
 */
export function withScratch<T>(work: (folder: string, signal: AbortSignal) => Promise<T>): Promise<T> {
  return untilInterrupted(async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'synod-'));
    try {
      return await work(folder, signal);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}
