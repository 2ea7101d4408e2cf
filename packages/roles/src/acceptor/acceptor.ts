import type { Cluster } from '../cluster.js';
import type { LedgerRecord } from '../ledger/record.js';
import type { NodeId } from '../node-id.js';
import type { Input, Role, Step } from '../role.js';
import { votesGoTo } from './audience.js';
import { promise } from './promise.js';
import { type AcceptorState, newAcceptor } from './state.js';
import { tell } from './tell.js';
import { vote } from './vote.js';

/** An acceptor: it promises, and it votes (Paxos!Phase1b and Phase2b). */
export function acceptor(id: NodeId, cluster: Cluster): Role<AcceptorState> {
  const learners = votesGoTo(cluster);
  return {
    initial: newAcceptor,
    step: (state, input) => step(id, learners, state, input),
    restore,
  };
}

function step(
  id: NodeId,
  learners: readonly NodeId[],
  state: AcceptorState,
  input: Input,
): Step<AcceptorState> {
  if (input.type === 'message') {
    const { from, message } = input;
    if (message.type === '1a') return promise(id, state, message, from);
    if (message.type === '2a') return vote(id, state, message, from, learners);
    if (message.type === 'ask') return tell(id, state, from);
  }
  return { state, effects: [] };
}

/** A record takes nothing back that another has said: a ledger that was compacted may have them in any order. */
function restore(state: AcceptorState, record: LedgerRecord): AcceptorState {
  if (record.type === 'ballot') return state;
  const { bal } = record;
  const promised = { ...state, maxBal: Math.max(state.maxBal, bal) };
  if (record.type === 'promise' || bal <= state.maxVBal) return promised;
  return { ...promised, maxVBal: bal, maxVal: record.val };
}
