import type { Server, Socket } from 'node:net';

/** Resolves when neither the server nor any of its sockets is open; those that are not ended by then are destroyed after a while. */
export async function stopSockets(server: Server, sockets: ReadonlySet<Socket>, time: number): Promise<void> {
  const timer = setTimeout(
    () => {
      for (const socket of sockets) socket.destroy();
    },
    Math.min(time, 500),
  );
  const closed = new Promise<void>((resolve) => {
    // A server that never listened calls back, too, with an error that means nothing here.
    server.close(() => resolve());
  });
  const ended = Array.from(
    sockets,
    (socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
  );
  await Promise.all([closed, ...ended]);
  clearTimeout(timer);
}
