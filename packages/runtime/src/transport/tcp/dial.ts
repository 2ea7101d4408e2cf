import { connect, type Socket } from 'node:net';
import type { Address } from '../address.js';
import type { Limits } from '../limits.js';
import type { Counters } from '../statistics.js';
import type { ClientHello, NodeHello } from '../wire/frame.js';
import { type Connection, connection, type Heard } from './connection.js';

/** What came of calling a node. */
export type Dialled =
  /** It said hello: what it said is still to be checked; then `trust` it. */
  | { readonly type: 'greeted'; readonly link: Connection; readonly hello: NodeHello }
  /** It does not want to talk: why. */
  | { readonly type: 'refused'; readonly reason: string; readonly message: string }
  /** Nobody is there, or nobody who says hello. `code`: of the system's error, `time-out`, `not-a-node` or `other-version`. */
  | { readonly type: 'failed'; readonly code: string; readonly detail: string };

/** A call under way. */
export interface Call {
  readonly socket: Socket;
  /** Gives it up; the connection, if there is one, is closed. */
  abort(): void;
}

/**
 * Calls a node and says hello.
 *
 * @param settled called once, unless it is aborted before; within the call the connection must be given its `onFrame` and `onClose`
 */
export function dial(
  { host, port }: Address,
  hello: NodeHello | ClientHello,
  limits: Limits,
  counters: Counters,
  settled: (dialled: Dialled) => void,
): Call {
  let done = false;
  let link: Connection | undefined;
  const socket = connect({ host, port });
  const settle = (dialled: Dialled): void => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    if (dialled.type !== 'greeted') abandon();
    settled(dialled);
  };
  const abandon = (): void => {
    link?.close();
    socket.destroy();
  };
  const fail = (code: string, detail: string): void => settle({ type: 'failed', code, detail });
  const timer = setTimeout(() => fail('time-out', 'no connection was made in time'), limits.patience);

  socket.on('error', ({ code = 'error', message }: NodeJS.ErrnoException) => {
    // Where a host has several addresses, the error of all of them says nothing but its code.
    fail(code, message === '' ? code : message);
  });
  socket.once('connect', () => {
    clearTimeout(timer);
    link = connection(socket, limits, counters);
    const made = link;
    made.onClose = ({ reason, detail }) => fail(reason === 'slow' ? 'time-out' : 'not-a-node', detail);
    made.onFrame = (frame) => settle(answered(made, frame));
    made.write(hello);
  });
  return {
    socket,
    abort() {
      done = true;
      clearTimeout(timer);
      abandon();
    },
  };
}

function answered(link: Connection, frame: Heard): Dialled {
  if (frame.type === 'hello' && frame.as === 'node') return { type: 'greeted', link, hello: frame };
  if (frame.type === 'refused') return frame;
  if (frame.type === 'other-version') {
    return {
      type: 'failed',
      code: 'other-version',
      detail: `it speaks version ${frame.version} of the protocol`,
    };
  }
  return { type: 'failed', code: 'not-a-node', detail: `it answered with a frame "${frame.type}"` };
}
