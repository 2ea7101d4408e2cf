import type { LedgerRecord } from '@synod/roles';

/** What a ledger says, in a few words. */
export function recordText(written: LedgerRecord): string {
  switch (written.type) {
    case 'ballot':
      return `ballot ${written.bal} begun`;
    case 'promise':
      return `ballot ${written.bal} promised`;
    case 'vote':
      return `voted for ${written.val} in ballot ${written.bal}`;
  }
}
