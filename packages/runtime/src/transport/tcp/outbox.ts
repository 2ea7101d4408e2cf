import type { Socket } from 'node:net';

/** Frames on their way to one other side, which survive a connection. */
export interface Outbox {
  /** Adds one at the end. Where that is more than may wait, the oldest are dropped: how many. */
  push(bytes: Buffer): number;
  /** Frames go to this connection from now on; or to none. What was handed to an earlier one may be lost. */
  attach(socket: Socket | undefined): void;
  /** Hands over what waits, now. */
  flush(): void;
}

/**
 * All frames of one turn of the event loop go out in one write; and none is written while the operating system does not take more.
 *
 * @param limit bytes that may wait
 * @param onWrite told how many frames were written
 */
export function outbox(limit: number, onWrite: (frames: number) => void): Outbox {
  let waiting: Buffer[] = [];
  let size = 0;
  let socket: Socket | undefined;
  let scheduled = false;

  const flush = (): void => {
    scheduled = false;
    if (waiting.length === 0 || !socket?.writable || socket.writableNeedDrain) return;
    socket.write(Buffer.concat(waiting, size));
    onWrite(waiting.length);
    waiting = [];
    size = 0;
  };
  return {
    push(bytes) {
      waiting.push(bytes);
      size += bytes.length;
      let dropped = 0;
      while (size > limit && waiting.length > dropped) {
        size -= waiting[dropped]?.length ?? 0;
        dropped += 1;
      }
      if (dropped > 0) waiting = waiting.slice(dropped);
      if (socket !== undefined && !scheduled) {
        scheduled = true;
        setImmediate(flush);
      }
      return dropped;
    },
    attach(to) {
      socket?.off('drain', flush);
      socket = to;
      socket?.on('drain', flush);
      flush();
    },
    flush,
  };
}
