import type { AcceptorState } from '../acceptor/state.js';
import type { PaxosMessage } from '../message.js';
import type { NodeId } from '../node-id.js';
import type { Ghost } from './ghost.js';

/** A message as JSON in a trace; where there is no value, the model value None stands. */
export type TraceMessage = Readonly<Record<string, string | number>>;

/** A state of Paxos.tla, as JSON in a trace (docs/trace-format.md). No interface: those are not taken for JSON. */
export type PaxosState = {
  readonly maxBal: Readonly<Record<NodeId, number>>;
  readonly maxVBal: Readonly<Record<NodeId, number>>;
  readonly maxVal: Readonly<Record<NodeId, string>>;
  readonly msgs: { readonly '#set': readonly TraceMessage[] };
};

/** The model value that stands for "no value". */
export const none = 'None';

/**
 * The refinement mapping: the state of Paxos.tla that the roles are in together. Acceptors count with what is in their
 * ledgers; proposers and learners have no variables there, only the messages that they sent.
 */
export function paxosState(acceptors: ReadonlyMap<NodeId, AcceptorState>, msgs: Ghost): PaxosState {
  const each = <T>(of: (state: AcceptorState) => T): Record<NodeId, T> =>
    Object.fromEntries(Array.from(acceptors, ([id, state]) => [id, of(state)]));
  return {
    maxBal: each(({ maxBal }) => maxBal),
    maxVBal: each(({ maxVBal }) => maxVBal),
    maxVal: each(({ maxVal }) => maxVal ?? none),
    msgs: { '#set': Array.from(msgs.values(), traceMessage) },
  };
}

/** A message as Paxos!Message has it. */
export function traceMessage(message: PaxosMessage): TraceMessage {
  return message.type === '1b' ? { ...message, mval: message.mval ?? none } : { ...message };
}
