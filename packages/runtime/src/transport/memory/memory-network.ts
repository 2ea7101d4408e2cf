import type { NodeId } from '@synod/roles';
import type { Client } from '../../client/client.js';
import { defaultLimits, type Limits } from '../limits.js';
import type { Log } from '../log-line.js';
import type { Transport } from '../transport.js';
import { memoryClient } from './memory-client.js';
import { type MemoryNode, memoryNode } from './memory-node.js';

/** Nodes in one process that reach each other. */
export interface MemoryNetwork {
  /** The transport of a node. A second one with the same id takes the place of the first: the node was started again. */
  transport(id: NodeId): Transport;
  /** A client of a node. Its requests never run out of time. */
  client(id: NodeId): Client;
}

/** What a network does with what it is given. */
export interface MemoryNetworkOptions {
  /** After how many milliseconds a frame arrives; 0: in another turn of the event loop; undefined: never. Default: 0. */
  readonly delay?: (from: NodeId, to: NodeId) => number | undefined;
  /** The name that clients are told (default `synod`). */
  readonly cluster?: string;
  readonly log?: Log;
  readonly limits?: Partial<Limits>;
}

/**
 * A network in one process, for tests and for programs that play several nodes. What is sent becomes a frame and is read again, as over
 * TCP: what one node keeps of a message, another cannot change, and what TCP would not carry does not arrive.
 *
 * @param nodes all that there can be
 */
export function memoryNetwork(nodes: readonly NodeId[], options: MemoryNetworkOptions = {}): MemoryNetwork {
  const { delay = () => 0, cluster = 'synod', log = () => undefined } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const present = new Map<NodeId, MemoryNode>();
  return {
    transport(id) {
      const made = memoryNode(id, nodes, { present, delay, limits, log });
      present.set(id, made);
      return made.transport;
    },
    client: (id) => memoryClient(id, cluster, () => present.get(id), { limits, log }),
  };
}
