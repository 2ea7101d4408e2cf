import { actionEvent, type LedgerRecord, missingActions, type NodeId, nothingTraced } from '@synod/roles';
import type { LedgerEntry } from '../storage/ledger.js';
import type { OpenTraces } from './open-traces.js';
import { refuseLoss } from './refuse-loss.js';
import { byInstance } from './restore.js';
import { tracedEvent } from './traced-event.js';

/**
 * Makes the traces of a node say what its ledger says, before it says anything: a crash may have come between the two.
 *
 * @param traced the instances that have a trace
 * @returns how many events were missing
 * @throws RuntimeError `lost-data` if it is the ledger that lacks something
 */
export function repairTraces(
  id: NodeId,
  entries: readonly LedgerEntry[],
  traces: OpenTraces,
  traced: readonly string[],
): number {
  const ledger = byInstance(entries);
  const names = new Set([...ledger.keys(), ...traced]);
  return [...names].reduce((sum, name) => sum + repair(id, name, ledger.get(name) ?? [], traces), 0);
}

function repair(id: NodeId, instance: string, records: readonly LedgerRecord[], traces: OpenTraces): number {
  let trace = nothingTraced;
  const recorder = traces.of(instance, (event) => {
    trace = tracedEvent(id, trace, event);
  });
  refuseLoss(id, instance, records, trace);
  const missing = missingActions(id, records, trace);
  for (const action of missing) recorder.record(actionEvent(action));
  recorder.flush();
  return missing.length;
}
