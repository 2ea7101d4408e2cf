import type { Cluster } from '../cluster.js';
import { quorumSystem } from '../quorum/quorum-system.js';

/** The first line of a trace of a cluster. `values`: all that clients proposed. */
export interface TraceHeader {
  readonly trace: 1;
  readonly spec: 'Paxos';
  readonly constants: {
    readonly Acceptor: readonly string[];
    readonly Value?: readonly string[];
    readonly Quorum: readonly (readonly string[])[];
  };
  readonly order?: 'clock';
}

/**
 * The header of a cluster's trace.
 *
 * @param values all values that may be proposed: none where it is not known
 */
export function traceHeader({ acceptors, quorums }: Cluster, values?: readonly string[]): TraceHeader {
  return {
    trace: 1,
    spec: 'Paxos',
    constants: {
      Acceptor: acceptors,
      ...(values === undefined ? {} : { Value: values }),
      Quorum: quorumSystem(quorums, acceptors).smallest(),
    },
  };
}
