import { RuntimeError } from '../errors.js';
import type { Client } from './client.js';
import type { ClientRequest, ClientResponse } from './request.js';

/** How a client reaches its node. */
export interface Line {
  readonly node: string;
  readonly cluster: string;
  ask(request: ClientRequest): Promise<ClientResponse>;
  close(): Promise<void>;
}

/** A client, over whatever line; an answer that does not fit its question is an error. */
export function clientOf(line: Line): Client {
  const { node, cluster } = line;
  return {
    node,
    cluster,
    close: () => line.close(),
    async propose(instance, value) {
      const response = await line.ask({ type: 'propose', instance, value });
      return response.type === 'chosen' ? response : wrong(node, response);
    },
    async query(instance) {
      const response = await line.ask({ type: 'query', instance });
      return response.type === 'chosen' || response.type === 'unknown' ? response : wrong(node, response);
    },
    async status() {
      const response = await line.ask({ type: 'status' });
      return response.type === 'status' ? response.status : wrong(node, response);
    },
  };
}

function wrong(node: string, response: ClientResponse): never {
  if (response.type === 'failed') throw new RuntimeError(response.code, response.message);
  throw new RuntimeError(
    'bad-answer',
    `${node} answered something else than it was asked: "${response.type}".`,
  );
}
