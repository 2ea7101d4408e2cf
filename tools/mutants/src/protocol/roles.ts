import type * as deployedRoles from '@synod/roles';
import type { LedgerRecord } from '@synod/roles';
import type { Protocol } from '@synod/simulator';

/** What `@synod/roles` exports: the deployed one, or a copy with a mistake. */
export type Roles = typeof deployedRoles;

/** Roles whose nodes start again from compacted ledgers. What the trace lacks is written before a ledger is compacted. */
export function compacting(roles: Roles): Protocol {
  const whole = new WeakMap<LedgerRecord, readonly LedgerRecord[]>();
  return {
    ...roles,
    readLedger(bytes) {
      const reading = roles.readLedger(bytes);
      const entries = roles.compactEntries(reading.entries);
      const last = entries.at(-1)?.record;
      const all = reading.entries.map(({ record }) => record);
      if (last !== undefined) whole.set(last, all);
      return { ...reading, entries };
    },
    missingActions(id, records, trace) {
      const last = [...records].at(-1);
      return roles.missingActions(id, (last && whole.get(last)) ?? records, trace);
    },
  };
}
