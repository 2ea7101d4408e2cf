import type { LedgerRecord, NodeState, Role } from '@synod/roles';
import type { LedgerEntry } from '../storage/ledger.js';

/** The records of each instance, in their order. */
export function byInstance(entries: readonly LedgerEntry[]): ReadonlyMap<string, readonly LedgerRecord[]> {
  const records = new Map<string, LedgerRecord[]>();
  for (const { instance, record } of entries) {
    const before = records.get(instance);
    if (before === undefined) records.set(instance, [record]);
    else before.push(record);
  }
  return records;
}

/** The state that a node had in an instance when its last record was written, as far as it survives. */
export function restored(role: Role<NodeState>, records: readonly LedgerRecord[]): NodeState {
  return records.reduce((state, record) => role.restore(state, record), role.initial);
}
