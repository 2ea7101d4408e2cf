import { createServer, type Server, type Socket } from 'node:net';
import type { NodeId } from '@synod/roles';
import { type Address, addressText } from '../address.js';
import { notReady } from '../not-ready.js';
import { sender } from '../sender.js';
import type { Envelope, Transport } from '../transport.js';
import { checkOptions } from './check-options.js';
import { nodesOf, type TcpContext } from './context.js';
import { inbound } from './inbound.js';
import { listen } from './listen.js';
import { makeContext } from './make-context.js';
import type { TcpOptions } from './options.js';
import { type Peer, peer } from './peer.js';
import { stopSockets } from './stop-sockets.js';

/** A transport over TCP. */
export interface TcpTransport extends Transport {
  /** Where it listens; from `start` on with the port that it got. */
  readonly address: Address;
}

/**
 * Nodes over TCP, as docs/wire.md describes it: each listens, and calls every other.
 *
 * @throws RuntimeError `bad-address`, `bad-name`, `stranger`: before anything is opened
 */
export function tcpTransport(options: TcpOptions): TcpTransport {
  const { id, addresses } = options;
  let address = checkOptions(options, nodesOf(options.cluster));
  let stopped = false;
  const sockets = new Set<Socket>();
  const deliver = (from: NodeId, envelope: Envelope): void => {
    if (stopped) return;
    counters.received += 1;
    transport.onReceive(from, envelope);
  };
  const context = makeContext(options, sockets, {
    deliver,
    answer: (request, gone) => transport.onRequest(request, gone),
    fail: (error) => {
      if (!stopped) transport.onFailure(error);
    },
  });
  const { counters, limits, log, nodes } = context;
  const others = inbound(context);
  const server = createServer((socket) => others.accept(socket));
  const peers = new Map<NodeId, Peer>();
  for (const node of nodes) {
    if (node !== id)
      peers.set(
        node,
        peer(context, node, () => addresses[node] as Address),
      );
  }
  const toSelf = (envelope: Envelope): void => {
    counters.sent += 1;
    setImmediate(deliver, id, envelope);
  };

  const transport: TcpTransport = {
    onReceive: () => undefined,
    onRequest: notReady,
    onFailure: () => undefined,
    statistics: counters,
    get address() {
      return address;
    },
    send: sender(id, peers, limits.frame, counters, toSelf),
    async start() {
      address = await listen(server, id, address);
      log({ level: 'info', event: 'listening', fields: { node: id, address: addressText(address) } });
      watch(server, context);
      if (stopped) server.close();
      else for (const way of peers.values()) way.start();
    },
    async stop() {
      stopped = true;
      for (const way of peers.values()) way.stop();
      others.stop();
      await stopSockets(server, sockets, limits.patience);
    },
  };
  return transport;
}

/** What a server that listens cannot take: more connections than allowed, or than the system has files for. It goes on. */
function watch(server: Server, { counters, limits, logSparingly }: TcpContext): void {
  server.maxConnections = limits.connections;
  server.on('drop', () => {
    counters.refused['too-many'] += 1;
    const fields = { reason: 'too-many', detail: `more than ${limits.connections} connections` };
    logSparingly('too-many', { level: 'warn', event: 'refused', fields });
  });
  server.on('error', ({ message }) => {
    logSparingly('accept', { level: 'error', event: 'cannot-accept', fields: { detail: message } });
  });
}
