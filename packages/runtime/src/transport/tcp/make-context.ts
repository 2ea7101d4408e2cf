import type { Socket } from 'node:net';
import { clusterDigest } from '../cluster-digest.js';
import { defaultLimits } from '../limits.js';
import { logSparingly } from '../log-sparingly.js';
import { newCounters } from '../statistics.js';
import { wireVersion } from '../wire/frame.js';
import { nodesOf, type TcpContext } from './context.js';
import type { TcpOptions } from './options.js';

/** @param sockets those that are open */
export function makeContext(
  options: TcpOptions,
  sockets: Set<Socket>,
  calls: Pick<TcpContext, 'deliver' | 'answer' | 'fail'>,
): TcpContext {
  const { id, cluster, random = Math.random, log = () => undefined } = options;
  return {
    id,
    nodes: nodesOf(cluster),
    hello: {
      type: 'hello',
      as: 'node',
      version: wireVersion,
      cluster: cluster.name,
      configuration: clusterDigest(cluster),
      node: id,
    },
    limits: { ...defaultLimits, ...options.limits },
    counters: newCounters(),
    random,
    log,
    logSparingly: logSparingly(log),
    track(socket) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    },
    ...calls,
  };
}
