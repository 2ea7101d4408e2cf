import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Clock, Log } from './trace.ts';

/** Sends a message as a line of JSON, with what its sender knows. */
export function send(socket: Socket, message: unknown, log: Log): void {
  socket.write(`${JSON.stringify({ message, clock: log.clock() })}\n`);
}

/** Hears each message that a socket brings. */
export function listen(socket: Socket, log: Log, receive: (message: unknown) => void): void {
  createInterface({ input: socket }).on('line', (line) => {
    const { message, clock } = JSON.parse(line) as { readonly message: unknown; readonly clock: Clock };
    log.heard(clock);
    receive(message);
  });
}
