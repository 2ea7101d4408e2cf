import type { Action } from '../action.js';
import type { LedgerRecord } from '../ledger/record.js';
import type { NodeId } from '../node-id.js';
import type { Reported } from '../proposer/state.js';

/** As far as a node's trace goes: the highest ballots of its events, -1 where there is none. */
export interface Traced {
  /** Of Phase1a. */
  readonly ballot: number;
  /** Of Phase1b and Phase2b. */
  readonly maxBal: number;
  /** Of Phase2b. */
  readonly maxVBal: number;
}

export const nothingTraced: Traced = { ballot: -1, maxBal: -1, maxVBal: -1 };

/** As far as a trace goes with one more event. */
export function traced(before: Traced, { sent }: Action): Traced {
  const { bal } = sent;
  if (sent.type === '1a') return { ...before, ballot: Math.max(before.ballot, bal) };
  if (sent.type === '1b') return { ...before, maxBal: Math.max(before.maxBal, bal) };
  if (sent.type === '2a') return before;
  return { ...before, maxBal: Math.max(before.maxBal, bal), maxVBal: Math.max(before.maxVBal, bal) };
}

/**
 * The steps that a node's ledger has and its trace lacks, because it crashed in between: to be written to the trace before
 * the node says anything.
 *
 * @param records of the ledger, in their order
 */
export function missingActions(
  id: NodeId,
  records: Iterable<LedgerRecord>,
  trace: Traced,
): readonly Action[] {
  const missing: Action[] = [];
  let vote: Reported = { mbal: -1, mval: undefined };
  for (const record of records) {
    if (record.type === 'ballot' && record.bal > trace.ballot) missing.push(begun(record.bal));
    if (record.type === 'promise' && record.bal > trace.maxBal) missing.push(promised(id, record.bal, vote));
    if (record.type === 'vote') {
      if (record.bal > trace.maxVBal) missing.push(voted(id, record.bal, record.val));
      vote = { mbal: record.bal, mval: record.val };
    }
  }
  return missing;
}

function begun(bal: number): Action {
  return { action: 'Phase1a', params: { b: bal }, sent: { type: '1a', bal } };
}

function promised(a: NodeId, bal: number, { mbal, mval }: Reported): Action {
  return { action: 'Phase1b', params: { a }, sent: { type: '1b', acc: a, bal, mbal, mval } };
}

function voted(a: NodeId, bal: number, val: string): Action {
  return { action: 'Phase2b', params: { a }, sent: { type: '2b', acc: a, bal, val } };
}
