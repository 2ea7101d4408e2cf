import type { Cluster, NodeId } from '@synod/roles';
import type { Address } from '../address.js';
import type { Limits } from '../limits.js';
import type { Log } from '../log-line.js';

/** What a node needs to reach the others, and to be reached. */
export interface TcpOptions {
  readonly id: NodeId;
  readonly cluster: Cluster;
  /** Of every node of the cluster; read anew for every connection. */
  readonly addresses: Readonly<Record<NodeId, Address>>;
  /** Where to listen, if that is not the address at which others reach this node. */
  readonly listen?: Address;
  /** From 0 up to 1 (excluded): when to try again. */
  readonly random?: () => number;
  readonly log?: Log;
  readonly limits?: Partial<Limits>;
}
