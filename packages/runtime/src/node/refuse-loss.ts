import type { LedgerRecord, NodeId, Traced } from '@synod/roles';
import { RuntimeError } from '../errors.js';

/**
 * Refuses to go on where a node's trace has what its ledger lacks: what it has said cannot be unsaid, and it does not know it.
 *
 * @throws RuntimeError `lost-data`
 */
export function refuseLoss(
  id: NodeId,
  instance: string,
  records: readonly LedgerRecord[],
  trace: Traced,
): void {
  const lost = lostOf(records, trace);
  if (lost === undefined) return;
  throw new RuntimeError(
    'lost-data',
    `the trace of ${id} has ${lost} in the instance ${instance}, and its ledger has not: data was lost, and ${id} could break what it promised. Give it back its data folder, or keep it out of the cluster.`,
  );
}

function lostOf(records: readonly LedgerRecord[], trace: Traced): string | undefined {
  const highest = (...types: readonly LedgerRecord['type'][]): number =>
    records.reduce((most, { type, bal }) => (types.includes(type) ? Math.max(most, bal) : most), -1);
  if (trace.maxVBal > highest('vote')) return `a vote in ballot ${trace.maxVBal}`;
  if (trace.maxBal > highest('promise', 'vote')) return `a promise for ballot ${trace.maxBal}`;
  if (trace.ballot > highest('ballot')) return `ballot ${trace.ballot}`;
  return undefined;
}
