import type { Socket } from 'node:net';
import { addressText } from '../address.js';
import { helloLimit, type Limits } from '../limits.js';
import type { Counters, RefusalReason } from '../statistics.js';
import { decodeFrame, encodeFrame } from '../wire/codec.js';
import type { Decoded, Frame } from '../wire/frame.js';
import { patience } from './patience.js';
import { type Pulse, pulse } from './pulse.js';
import { readFrames } from './read-frames.js';

/** What comes over a connection but pings, pongs, and what closes it. */
export type Heard = Exclude<Decoded, { readonly type: 'malformed' | 'ping' | 'pong' }>;

/** Why a connection is no more: as this side decided, with what there is to say about it; or the other side, or the network. */
export interface Closed {
  readonly reason?: RefusalReason;
  readonly detail: string;
}

/** A socket that speaks in frames. */
export interface Connection {
  readonly socket: Socket;
  /** The address of the other side. */
  readonly remote: string;
  /** To be set before anything can come. */
  onFrame: (frame: Heard) => void;
  /** Called once. */
  onClose: (closed: Closed) => void;
  /** Writes a frame, together with all others of this turn of the event loop. Where too much waits, the connection is closed. */
  write(frame: Frame): void;
  /** The other side has said who it is: frames may have their full length, and it must stay alive. */
  trust(): void;
  /** Whether the other side is alive: it says something, within half of the time that is waited for a hello. */
  probe(): Promise<boolean>;
  /**
   * Ends it. With a reason, it is counted as refused. With `last`, those frames are written first, after all that was written before;
   * without, what is on its way may be lost.
   */
  close(reason?: RefusalReason, detail?: string, last?: readonly Frame[]): void;
  readonly open: boolean;
}

/** Makes a connection of a socket. Whatever comes, it never throws, but for what `onFrame` throws. */
export function connection(socket: Socket, limits: Limits, counters: Counters): Connection {
  const clock = patience(limits.patience, () => made.close('slow', 'it did not complete what it began'));
  let heart: Pulse | undefined;
  let closed: Closed | undefined;
  const frameLimit = (): number => (heart === undefined ? Math.min(helloLimit, limits.frame) : limits.frame);

  const made: Connection = {
    socket,
    remote: addressText({ host: socket.remoteAddress ?? '?', port: socket.remotePort ?? 0 }),
    onFrame: () => undefined,
    onClose: () => undefined,
    get open() {
      return closed === undefined;
    },
    write(frame) {
      if (closed !== undefined || !socket.writable) return;
      if (socket.writableCorked === 0) {
        socket.cork();
        setImmediate(() => socket.uncork());
      }
      socket.write(encodeFrame(frame));
      if (socket.writableLength > limits.queue) made.close('slow', 'it does not read what it is sent');
    },
    trust() {
      clock.stop();
      heart = pulse(limits.heartbeat, {
        ask: () => made.write({ type: 'ping' }),
        dead: () => made.close('slow', 'nothing was heard from it'),
      });
    },
    probe: () =>
      closed === undefined && heart !== undefined ? heart.probe(limits.patience / 2) : Promise.resolve(false),
    close(reason, detail = 'closed', last) {
      if (closed !== undefined) return;
      closed = reason === undefined ? { detail } : { reason, detail };
      if (reason !== undefined) counters.refused[reason] += 1;
      clock.stop();
      heart?.stop();
      if (last === undefined) socket.destroy();
      else endWith(socket, Buffer.concat(last.map(encodeFrame)), limits.patience);
      made.onClose(closed);
    },
  };

  socket.setNoDelay(true);
  readFrames(socket, {
    limit: frameLimit,
    frame: (bytes) => {
      if (closed === undefined) hear(made, heart, bytes);
      if (heart !== undefined) clock.stop();
      return closed === undefined;
    },
    tooLarge: () => made.close('too-large', `it announced more than ${frameLimit()} bytes`),
    came: (bytes) => {
      counters.bytesReceived += bytes;
    },
    partial: () => clock.start(),
    ended: (detail) => made.close(undefined, detail),
  });
  clock.start();
  return made;
}

/** @param heart of a connection that is trusted */
function hear(link: Connection, heart: Pulse | undefined, bytes: Buffer): void {
  const frame = decodeFrame(bytes);
  heart?.heard();
  if (frame.type === 'malformed') link.close('malformed', frame.problem);
  else if (frame.type === 'ping' || frame.type === 'pong') {
    if (heart === undefined) link.close('unexpected', `a ${frame.type} came before a hello`);
    else if (frame.type === 'ping') link.write({ type: 'pong' });
  } else link.onFrame(frame);
}

/** Writes the last words, and waits so long for the other side to end: destroyed at once, it might not read them. */
function endWith(socket: Socket, bytes: Buffer, time: number): void {
  const timer = setTimeout(() => socket.destroy(), time);
  socket.on('close', () => clearTimeout(timer));
  socket.end(bytes);
}
