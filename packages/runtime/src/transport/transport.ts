import type { Message, NodeId } from '@synod/roles';
import type { ClientRequest, ClientResponse } from '../client/request.js';
import type { RuntimeError } from '../errors.js';
import type { Statistics } from './statistics.js';

/** What goes from one node to another. */
export interface Envelope {
  readonly instance: string;
  readonly message: Message;
  /** The sender's vector clock in that instance, where a trace is recorded. */
  readonly clock?: Readonly<Record<string, number>>;
}

/**
 * Answers a client. What it rejects with, a RuntimeError, the client is told as `failed`.
 *
 * @param gone aborted when nobody waits for the answer any more
 */
export type AnswerRequest = (request: ClientRequest, gone: AbortSignal) => Promise<ClientResponse>;

/** How nodes reach each other. It may lose, delay and repeat what it is given; it never damages it. */
export interface Transport {
  /** Never waits: what cannot be sent is dropped, and counted. To oneself it is delivered, too, but later. */
  send(to: NodeId, envelope: Envelope): void;
  /** Called with everything that comes, one at a time. To be set before `start`. */
  onReceive: (from: NodeId, envelope: Envelope) => void;
  /** Called with what clients ask. To be set before `start`; until then, every request fails. */
  onRequest: AnswerRequest;
  /** Called when it finds that this node must not go on: another process has its id. To be set before `start`. */
  onFailure: (error: RuntimeError) => void;
  /** Resolves when it can be reached. @throws RuntimeError: an address in use, … */
  start(): Promise<void>;
  /** What is on its way may be lost. Nothing is received after the call. */
  stop(): Promise<void>;
  /** What it has done so far; a view, which changes. */
  readonly statistics: Statistics;
}
