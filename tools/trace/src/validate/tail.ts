import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { InputError } from '@synod/tla';

/** How long to wait at the end of a file before looking again, in milliseconds. */
const interval = 100;

/**
 * The bytes of a file, and those that are written to it later, until the signal is aborted.
 *
 * @param atEnd called whenever all that has been written was given
 * @throws InputError if the file cannot be read, or became shorter
 */
export async function* tail(
  path: string,
  signal: AbortSignal,
  atEnd: () => void = () => {},
): AsyncGenerator<Uint8Array> {
  const file = await open(path).catch((cause: unknown) => {
    throw new InputError('file', `cannot be read: ${(cause as Error).message}`, { file: path }, { cause });
  });
  try {
    let position = 0;
    while (!signal.aborted) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536), 0, 65_536, position);
      position += bytesRead;
      if (bytesRead > 0) {
        yield buffer.subarray(0, bytesRead);
        continue;
      }
      const { size } = await file.stat();
      if (size < position) {
        throw new InputError('file', 'became shorter while it was followed: begin again', { file: path });
      }
      atEnd();
      await pause(interval, undefined, { signal }).catch(() => {});
    }
  } finally {
    await file.close();
  }
}
