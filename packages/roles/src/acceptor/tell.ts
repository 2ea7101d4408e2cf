import type { NodeId } from '../node-id.js';
import type { Step } from '../role.js';
import type { AcceptorState } from './state.js';

/** Tells a learner that asks of the last vote, if there is one. */
export function tell(acc: NodeId, state: AcceptorState, learner: NodeId): Step<AcceptorState> {
  const { maxVBal: bal, maxVal: val } = state;
  if (val === undefined) return { state, effects: [] };
  return { state, effects: [{ type: 'send', to: learner, message: { type: '2b', acc, bal, val } }] };
}
