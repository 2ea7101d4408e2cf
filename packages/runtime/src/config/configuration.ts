import type { Cluster, NodeId } from '@synod/roles';
import type { Address } from '../transport/address.js';

/** What a configuration file says: who takes part, and where each is to be reached. */
export interface Configuration {
  readonly cluster: Cluster;
  readonly addresses: Readonly<Record<NodeId, Address>>;
}
