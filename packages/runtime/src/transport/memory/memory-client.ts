import type { NodeId } from '@synod/roles';
import type { Client } from '../../client/client.js';
import { clientOf } from '../../client/client-of.js';
import type { ClientResponse } from '../../client/request.js';
import { RuntimeError } from '../../errors.js';
import { type Answering, answerClient } from '../answer-client.js';
import type { MemoryNode } from './memory-node.js';

/** A client in the process of its node. @param find the node as it is now: undefined if there is none */
export function memoryClient(
  node: NodeId,
  cluster: string,
  find: () => MemoryNode | undefined,
  limits: Omit<Answering, 'answer'>,
): Client {
  const closing = new AbortController();
  return clientOf({
    node,
    cluster,
    ask: (request) => {
      const found = find();
      if (closing.signal.aborted || !found?.running) return Promise.reject(lost(node));
      const { onRequest: answer } = found.transport;
      const gone = AbortSignal.any([closing.signal, found.stopped]);
      const ended = new Promise<ClientResponse>((_, reject) => {
        gone.addEventListener('abort', () => reject(lost(node)), { once: true });
      });
      return Promise.race([answerClient({ ...limits, answer }, request, gone), ended]);
    },
    close() {
      closing.abort();
      return Promise.resolve();
    },
  });
}

function lost(node: NodeId): RuntimeError {
  return new RuntimeError('connection-lost', `${node} does not run, or the client was closed.`);
}
