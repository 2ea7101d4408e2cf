import type { AcceptorState, Message, NodeId, NodeState, PaxosMessage, Traced } from '@synod/roles';
import type { Mapped } from './mapped.js';

/** What a node that has started again no longer knows, of what others may have been told. */
export function forgotten(
  id: NodeId,
  { acceptor, proposer }: NodeState,
  mapped: Mapped,
  traced: Traced,
): string | undefined {
  if (proposer !== undefined && proposer.ballot < traced.ballot) {
    return `${id} had begun ballot ${traced.ballot}, and started again with ${proposer.ballot}.`;
  }
  const before = mapped.acceptor(id);
  if (acceptor === undefined || before === undefined) return undefined;
  if (acceptor.maxBal < before.maxBal) {
    return `${id} had taken part in ballot ${before.maxBal}, and started again with ${acceptor.maxBal}.`;
  }
  if (acceptor.maxVBal === before.maxVBal && acceptor.maxVal === before.maxVal) return undefined;
  return `${id} had voted for ${before.maxVal ?? 'nothing'} in ballot ${before.maxVBal}, and started again with ${acceptor.maxVal ?? 'nothing'} in ${acceptor.maxVBal}.`;
}

/** Where an acceptor is not in the state that its steps say, though none of them waits. */
export function strayed(id: NodeId, { acceptor }: NodeState, mapped: Mapped): string | undefined {
  const steps = mapped.acceptor(id);
  if (acceptor === undefined || steps === undefined) return undefined;
  const { maxBal, maxVBal, maxVal } = acceptor;
  if (maxBal === steps.maxBal && maxVBal === steps.maxVBal && maxVal === steps.maxVal) return undefined;
  return `${id} has ${told(acceptor)}; its steps make it ${told(steps)}.`;
}

function told({ maxBal, maxVBal, maxVal }: AcceptorState): string {
  return `maxBal ${maxBal}, maxVBal ${maxVBal} and maxVal ${maxVal ?? 'None'}`;
}

/** A message of the specification that is sent, and that no step sent. */
export function unsaid(id: NodeId, message: Message, mapped: Mapped): string | undefined {
  if (!isPaxosMessage(message) || mapped.has(message)) return undefined;
  return `${id} sends ${message.type} of ballot ${message.bal}, and no step did.`;
}

function isPaxosMessage(message: Message): message is PaxosMessage {
  const { type } = message;
  return type === '1a' || type === '1b' || type === '2a' || type === '2b';
}
