import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeEntry, encodeHead, type LedgerRecord } from '@synod/roles';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalCluster } from '../local-cluster.js';
import { type LedgerWatch, ledgerWatch } from './ledger-watch.js';

let folder: string;
let watch: LedgerWatch;

beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-test-'));
  mkdirSync(join(folder, 'a1'));
  const options: LocalCluster['options'] = (id) => ({ config: '', id, data: id });
  watch = ledgerWatch({ folder, options, name: 'local', config: '', ids: ['a1'], addresses: {} });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(...records: readonly LedgerRecord[]): void {
  const entries = records.map((record) => encodeEntry({ instance: 'law', record }));
  writeFileSync(join(folder, 'a1', 'ledger'), Buffer.concat([encodeHead('local', 'a1'), ...entries]));
  watch.look('a1');
}

describe('ledgerWatch', () => {
  it('sees promises grow', () => {
    write({ type: 'promise', bal: 1 });
    write({ type: 'promise', bal: 1 }, { type: 'promise', bal: 4 });
    expect(watch.failures).toEqual([]);
  });

  it('sees a promise that went back, and a vote that is gone', () => {
    write({ type: 'promise', bal: 4 }, { type: 'vote', bal: 4, val: 'A' });
    write({ type: 'promise', bal: 1 });
    expect(watch.failures).toEqual([
      'a1: promise of law went back from ballot 4 to 1',
      'a1: vote of law went back from ballot 4 to -1',
    ]);
  });

  it('sees damage', () => {
    writeFileSync(join(folder, 'a1', 'ledger'), 'nonsense that is no ledger at all\n'.repeat(9));
    watch.look('a1');
    expect(watch.failures).toHaveLength(1);
  });
});
