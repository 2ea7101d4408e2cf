import { describe, expect, it } from 'vitest';
import type { Action } from '../action.js';
import type { LedgerRecord } from '../ledger/record.js';
import { missingActions, nothingTraced, type Traced, traced } from './missing-actions.js';

const ledger: readonly LedgerRecord[] = [
  { type: 'ballot', bal: 0 },
  { type: 'promise', bal: 0 },
  { type: 'vote', bal: 0, val: 'A' },
  { type: 'promise', bal: 4 },
  { type: 'ballot', bal: 6 },
  { type: 'vote', bal: 7, val: 'K' },
];

const steps: readonly Action[] = [
  { action: 'Phase1a', params: { b: 0 }, sent: { type: '1a', bal: 0 } },
  {
    action: 'Phase1b',
    params: { a: 'n' },
    sent: { type: '1b', acc: 'n', bal: 0, mbal: -1, mval: undefined },
  },
  { action: 'Phase2b', params: { a: 'n' }, sent: { type: '2b', acc: 'n', bal: 0, val: 'A' } },
  { action: 'Phase1b', params: { a: 'n' }, sent: { type: '1b', acc: 'n', bal: 4, mbal: 0, mval: 'A' } },
  { action: 'Phase1a', params: { b: 6 }, sent: { type: '1a', bal: 6 } },
  { action: 'Phase2b', params: { a: 'n' }, sent: { type: '2b', acc: 'n', bal: 7, val: 'K' } },
];

const after = (count: number): Traced => steps.slice(0, count).reduce(traced, nothingTraced);

describe('what a trace lacks', () => {
  it.each([0, 1, 2, 3, 4, 5, 6])('when %i steps are in it', (count) => {
    expect(missingActions('n', ledger, after(count))).toEqual(steps.slice(count));
  });

  it('does not depend on what a proposer asked votes for, which is in no ledger', () => {
    const asked: Action = {
      action: 'Phase2a',
      params: { b: 9, v: 'M' },
      sent: { type: '2a', bal: 9, val: 'M' },
    };
    expect(traced(after(3), asked)).toEqual(after(3));
  });
});
