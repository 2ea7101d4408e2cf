import type { NodeState, Role } from '@synod/roles';
import type { LedgerEntry } from '../storage/ledger.js';
import type { Instance } from './instance.js';
import { byInstance, restored } from './restore.js';

/** The instances that a node has heard of. */
export interface Instances {
  /** The instance of that name, a new one if there is none. */
  of(name: string): Instance;
  all(): Iterable<Instance>;
}

/** @param entries of the ledger: how far each instance had come */
export function instances(role: Role<NodeState>, entries: readonly LedgerEntry[]): Instances {
  const known = new Map<string, Instance>();
  const add = (name: string, state: NodeState): Instance => {
    const instance: Instance = { name, state, known: undefined, timers: new Map(), clients: undefined };
    known.set(name, instance);
    return instance;
  };
  for (const [name, records] of byInstance(entries)) add(name, restored(role, records));
  return {
    of: (name) => known.get(name) ?? add(name, role.initial),
    all: () => known.values(),
  };
}
