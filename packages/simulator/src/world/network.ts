import type { Message, NodeId } from '@synod/roles';
import type { MessageName } from '../move.js';

/** For each node, how many of its events happened before: its own included. */
export type Clock = Readonly<Record<NodeId, number>>;

/** A message on its way. */
export interface InFlight {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly message: Message;
  /** What its sender knew when it sent it. */
  readonly clock: Clock;
}

/** What fits a name, oldest first. */
export function find(messages: readonly InFlight[], { from, to, type, bal }: MessageName): number {
  for (let at = 0; at < messages.length; at += 1) {
    const one = messages[at];
    if (one === undefined || one.to !== to || one.from !== from || one.message.type !== type) continue;
    if (bal === undefined || ballotOf(one.message) === bal) return at;
  }
  return -1;
}

/** How a move names a message. */
export function nameOf({ from, to, message }: InFlight): MessageName {
  const bal = ballotOf(message);
  return { from, to, type: message.type, ...(bal === undefined ? {} : { bal }) };
}

function ballotOf(message: Message): number | undefined {
  return 'bal' in message ? message.bal : undefined;
}
