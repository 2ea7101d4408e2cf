import type { AcceptorState, Message, NodeId } from '@synod/roles';
import type { Fact, Vote } from './fact.js';

/** What a message came to at an acceptor, from what it knew before: none if it is not for acceptors. */
export function acceptorFact(who: NodeId, before: AcceptorState, message: Message): Fact | undefined {
  const vote = lastVote(before);
  if (message.type === '1a') {
    const { bal } = message;
    if (bal < before.maxBal) return { type: 'refuses', who, bal, maxBal: before.maxBal };
    if (bal > before.maxBal) return { type: 'promises', who, bal, vote, again: false };
    return before.maxVBal < bal ? { type: 'promises', who, bal, vote, again: true } : undefined;
  }
  if (message.type === '2a') {
    const { bal } = message;
    if (bal < before.maxBal) return { type: 'refuses', who, bal, maxBal: before.maxBal };
    const again = bal === before.maxVBal;
    return { type: 'votes', who, bal, val: again ? (before.maxVal ?? message.val) : message.val, again };
  }
  return undefined;
}

/** An acceptor's last vote, if it has voted. */
export function lastVote({ maxVBal, maxVal }: AcceptorState): Vote | undefined {
  return maxVal === undefined ? undefined : { bal: maxVBal, val: maxVal };
}
