import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { InputError, whyUnreadable } from '@synod/tla';

/** How long to wait at the end of a file before looking again, in milliseconds. */
const interval = 100;

/**
 * The bytes of a file, and those that are written to it later. When the signal is aborted, what has been written by
 * then is given too, and no more.
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
    throw new InputError('file', `cannot be read: ${whyUnreadable(cause)}`, { file: path }, { cause });
  });
  try {
    let position = 0;
    for (let end = Number.POSITIVE_INFINITY; position < end; ) {
      if (signal.aborted) end = Math.min(end, (await file.stat()).size);
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
      if (signal.aborted) return;
      atEnd();
      await pause(interval, undefined, { signal }).catch(() => {});
    }
  } finally {
    await file.close();
  }
}

/** What comes, for instance from standard input, until it ends or the signal is aborted. */
export async function* untilAborted(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const aborted = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  for (;;) {
    const next = await Promise.race([iterator.next(), aborted]);
    if (next === undefined || next.done === true) return;
    yield next.value;
  }
}
