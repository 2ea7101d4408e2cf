import { type Cluster, type NodeId, type TraceHeader, traceHeader } from '@synod/roles';

/** What is worked out once for a cluster, for all its runs. */
export interface Facts {
  /** All nodes, each once. */
  readonly nodes: readonly NodeId[];
  /** Without the values: they are known at the end of a run. */
  readonly header: TraceHeader;
  /** The smallest quorums. */
  readonly quorums: readonly (readonly NodeId[])[];
}

const known = new WeakMap<Cluster, Facts>();

export function factsOf(cluster: Cluster): Facts {
  const before = known.get(cluster);
  if (before !== undefined) return before;
  const header = traceHeader(cluster);
  const nodes = [...new Set([...cluster.acceptors, ...cluster.proposers, ...cluster.learners])];
  const facts: Facts = { nodes, header, quorums: header.constants.Quorum };
  known.set(cluster, facts);
  return facts;
}
