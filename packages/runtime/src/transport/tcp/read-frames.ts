import type { Socket } from 'node:net';
import { frameReader } from '../wire/frame-reader.js';

/** Whoever wants to know what comes over a socket. */
export interface FrameListener {
  /** How long a frame may be. */
  limit(): number;
  /** So many bytes came. */
  came(bytes: number): void;
  /** A frame is complete. Whether there may be more. */
  frame(bytes: Buffer): boolean;
  /** A frame was announced that is longer than the limit: nothing more is read. */
  tooLarge(): void;
  /** There is the beginning of a frame. */
  partial(): void;
  /** Why nothing more will come. May be called more than once. */
  ended(detail: string): void;
}

/** Reads frames from a socket until there may be no more. */
export function readFrames(socket: Socket, listener: FrameListener): void {
  const reader = frameReader();
  let done = false;
  socket.on('data', (chunk: Buffer) => {
    // What comes after the end is read, and thrown away: unread, it would keep the other side from reading our last words.
    if (done) return;
    listener.came(chunk.length);
    for (const frame of reader.read(chunk, () => listener.limit())) {
      if (frame === 'too-large') listener.tooLarge();
      done = frame === 'too-large' || !listener.frame(frame);
      if (done) return;
    }
    if (reader.partial) listener.partial();
  });
  socket.on('error', (error) => listener.ended(error.message));
  socket.on('end', () => listener.ended('the other side ended it'));
  socket.on('close', () => listener.ended('the connection was lost'));
}
