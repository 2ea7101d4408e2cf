import type { NodeId } from '../node-id.js';
import type { Step } from '../role.js';
import type { AcceptorState } from './state.js';

/** No step of the specification: the proposer is told of the higher ballot, so that it need not wait for nothing. */
export function rejected(state: AcceptorState, bal: number, proposer: NodeId): Step<AcceptorState> {
  const message = { type: 'rejected', bal, maxBal: state.maxBal } as const;
  return { state, effects: [{ type: 'send', to: proposer, message }] };
}
