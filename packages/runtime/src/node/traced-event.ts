import type { RecordedEvent } from '@synod/recorder';
import type { NodeId, Traced } from '@synod/roles';

/** As far as a node's trace goes with one more event of it. What is no step of Paxos.tla says nothing of that. */
export function tracedEvent(id: NodeId, before: Traced, { action, params, state }: RecordedEvent): Traced {
  if (action === 'Phase1a') return { ...before, ballot: Math.max(before.ballot, number(params, 'b')) };
  if (action !== 'Phase1b' && action !== 'Phase2b') return before;
  return {
    ...before,
    maxBal: Math.max(before.maxBal, number(field(state, 'maxBal'), id)),
    // With a promise, the last vote is reported.
    maxVBal: Math.max(before.maxVBal, number(field(state, 'maxVBal'), id)),
  };
}

function number(object: unknown, name: string): number {
  const value = field(object, name);
  return typeof value === 'number' ? value : -1;
}

function field(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null
    ? (object as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
