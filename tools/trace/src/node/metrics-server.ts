import { createServer, type ServerResponse } from 'node:http';
import type { Prometheus } from '@synod/runtime';
import { InputError } from '@synod/tla';

/**
 * Serves a node's metrics at `http://127.0.0.1:PORT/metrics`, to this machine only.
 *
 * @returns what ends it
 * @throws InputError if the port is in use
 */
export async function serveMetrics(port: number, prometheus: Prometheus): Promise<() => void> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end('The metrics are at /metrics.\n');
      return;
    }
    void answer(prometheus, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `metrics cannot be served at 127.0.0.1:${port} (${cause.message}): give another port with --metrics.`;
      reject(new InputError('address-in-use', message, undefined, { cause }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

async function answer(prometheus: Prometheus, response: ServerResponse): Promise<void> {
  const text = await prometheus.text();
  response.writeHead(200, { 'content-type': prometheus.contentType }).end(text);
}
