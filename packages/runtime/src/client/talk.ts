import { RuntimeError } from '../errors.js';
import { type Address, addressText } from '../transport/address.js';
import type { Connection } from '../transport/tcp/connection.js';
import { encodeFrame, headerLength } from '../transport/wire/codec.js';
import type { NodeHello } from '../transport/wire/frame.js';
import { readRequest } from '../transport/wire/read-frame.js';
import { Malformed } from '../transport/wire/shape.js';
import type { Client } from './client.js';
import { clientOf } from './client-of.js';
import type { ClientRequest, ClientResponse } from './request.js';

interface Waiting {
  resolve(response: ClientResponse): void;
  reject(error: RuntimeError): void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The client's side of a connection that was greeted: requests, each with a number, and answers by their numbers. */
export function talk(
  link: Connection,
  { node, cluster }: NodeHello,
  address: Address,
  timeout: number,
  longest: number,
): Client {
  const waiting = new Map<number, Waiting>();
  const who = `${node} at ${addressText(address)}`;
  const gone = new Promise<void>((resolve) => link.socket.once('close', () => resolve()));
  let next = 0;
  let lost = '';

  const take = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    clearTimeout(found?.timer);
    return found;
  };
  const connectionLost = (): RuntimeError =>
    new RuntimeError('connection-lost', `The connection to ${who} is lost: ${lost}.`);

  link.onFrame = (frame) => {
    // An answer that nobody waits for any more comes after its time-out.
    if (frame.type === 'response') take(frame.id)?.resolve(frame.response);
    else link.close('unexpected', `a frame "${frame.type}" came where only answers do`);
  };
  link.onClose = ({ detail }) => {
    lost = detail;
    for (const id of Array.from(waiting.keys())) take(id)?.reject(connectionLost());
  };
  link.trust();

  const ask = (request: ClientRequest): Promise<ClientResponse> =>
    new Promise((resolve, reject) => {
      const id = next;
      next += 1;
      const frame = { type: 'request', id, request: checked(request) } as const;
      if (encodeFrame(frame).length - headerLength > longest) {
        throw new RuntimeError(
          'bad-request',
          `The value is too long: a request may have at most ${longest} bytes.`,
        );
      }
      if (!link.open) throw connectionLost();
      const timer = setTimeout(() => {
        const message = `${who} did not answer within ${timeout} ms. What was proposed may be chosen nevertheless: ask again.`;
        take(id)?.reject(new RuntimeError('time-out', message));
      }, timeout);
      waiting.set(id, { resolve, reject, timer });
      link.write(frame);
    });

  const close = async (): Promise<void> => {
    link.close(undefined, 'it was closed here', []);
    await gone;
  };
  return clientOf({ node, cluster, ask, close });
}

function checked(request: ClientRequest): ClientRequest {
  try {
    return readRequest(request);
  } catch (error) {
    if (error instanceof Malformed)
      throw new RuntimeError('bad-request', `That cannot be asked: ${error.message}.`);
    throw error;
  }
}
