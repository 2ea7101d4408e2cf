import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LedgerRecord, readLedger } from '@synod/roles';
import { ledgerFile } from '@synod/runtime';
import type { LocalCluster } from '../local-cluster.js';

/** Looks at ledgers as kills have left them. */
export interface LedgerWatch {
  readonly look: (id: string) => void;
  /** What had been durable, and is not any more: sentences. */
  readonly failures: readonly string[];
}

/** Promises, votes and ballots in a ledger never go back. */
export function ledgerWatch({ folder, options }: LocalCluster): LedgerWatch {
  const failures: string[] = [];
  const before = new Map<string, ReadonlyMap<string, number>>();
  return {
    failures,
    look(id) {
      const file = join(folder, id, ledgerFile);
      const { entries, rest, reason } = readLedger(readFileSync(file));
      if (rest === 'damaged') failures.push(`${file} is damaged: ${reason ?? ''}`);
      const now = new Map<string, number>();
      for (const { instance, record } of entries) raise(now, instance ?? '', record);
      for (const [what, bal] of before.get(id) ?? []) {
        const left = now.get(what) ?? -1;
        if (left < bal) failures.push(`${options(id).data}: ${what} went back from ballot ${bal} to ${left}`);
      }
      before.set(id, now);
    },
  };
}

function raise(highest: Map<string, number>, instance: string, { type, bal }: LedgerRecord): void {
  const what = `${type} of ${instance}`;
  highest.set(what, Math.max(highest.get(what) ?? -1, bal));
}
