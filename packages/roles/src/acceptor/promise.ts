import type { Message1a, Message1b } from '../message.js';
import type { NodeId } from '../node-id.js';
import type { Step } from '../role.js';
import { rejected } from './rejected.js';
import type { AcceptorState } from './state.js';

/**
 * Takes part in a higher ballot, and in no lower one from then on.
 *
 * @spec Paxos!Phase1b
 */
export function promise(
  acc: NodeId,
  state: AcceptorState,
  { bal }: Message1a,
  proposer: NodeId,
): Step<AcceptorState> {
  if (bal < state.maxBal) return rejected(state, bal, proposer);
  const answer: Message1b = { type: '1b', acc, bal, mbal: state.maxVBal, mval: state.maxVal };
  const send = { type: 'send', to: proposer, message: answer } as const;
  if (bal === state.maxBal) {
    // Asked again. Once it has voted in the ballot, this is no longer what it answered then.
    return { state, effects: state.maxVBal < bal ? [send] : [] };
  }
  return {
    state: { ...state, maxBal: bal },
    effects: [
      { type: 'persist', record: { type: 'promise', bal } },
      { type: 'action', action: 'Phase1b', params: { a: acc }, sent: answer },
      send,
    ],
  };
}
