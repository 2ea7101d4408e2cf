import { createHash } from 'node:crypto';
import type { Cluster } from '@synod/roles';

/**
 * What nodes must have in common to talk: all of a configuration but how long they wait, and the order in which acceptors and learners
 * are named, which mean nothing. 64 hexadecimal digits: SHA-256 of its JSON with sorted keys.
 */
export function clusterDigest(cluster: Cluster): string {
  const { timing: _, acceptors, learners, ...rest } = cluster;
  const common = { ...rest, acceptors: acceptors.toSorted(), learners: learners.toSorted() };
  return createHash('sha256').update(JSON.stringify(common, sortedKeys)).digest('hex');
}

/** The beginning of it, enough to tell the configurations of one cluster apart: what a ledger names. */
export function shortDigest(cluster: Cluster): string {
  return clusterDigest(cluster).slice(0, 16);
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
