import type { NodeId } from '@synod/roles';
import type { Connection, Heard } from './connection.js';
import type { TcpContext } from './context.js';

/** What a node says that was let in: envelopes, in which it speaks for itself alone. */
export function hearNode({ deliver }: TcpContext, link: Connection, node: NodeId, frame: Heard): void {
  if (frame.type !== 'envelope') {
    link.close('unexpected', `a node sent a frame "${frame.type}"`);
    return;
  }
  const { type: _, ...envelope } = frame;
  if ('acc' in envelope.message && envelope.message.acc !== node) {
    link.close('unexpected', `it sent a message of another acceptor, "${envelope.message.acc}"`);
    return;
  }
  deliver(node, envelope);
}
