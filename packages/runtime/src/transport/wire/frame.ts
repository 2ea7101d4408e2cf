import type { ClientRequest, ClientResponse } from '../../client/request.js';
import type { Envelope } from '../transport.js';

/** Of all that is described here. Whoever speaks another is told so. */
export const wireVersion = 1;

/** Who a node is: the first frame that it sends. */
export interface NodeHello {
  readonly type: 'hello';
  readonly as: 'node';
  readonly version: typeof wireVersion;
  readonly cluster: string;
  /** A digest: see clusterDigest. */
  readonly configuration: string;
  readonly node: string;
}

/** A client's first frame, and which cluster it wants, if it minds. */
export interface ClientHello {
  readonly type: 'hello';
  readonly as: 'client';
  readonly version: typeof wireVersion;
  readonly cluster?: string;
}

/** Instead of a hello: why there is none. */
export interface Refused {
  readonly type: 'refused';
  readonly reason: string;
  readonly message: string;
}

/** From node to node. */
export interface EnvelopeFrame extends Envelope {
  readonly type: 'envelope';
}

/** From a client. Answers come in any order: `id` says to what. */
export interface RequestFrame {
  readonly type: 'request';
  readonly id: number;
  readonly request: ClientRequest;
}

export interface ResponseFrame {
  readonly type: 'response';
  readonly id: number;
  readonly response: ClientResponse;
}

/** All that goes over a connection. A ping is answered with a pong, by either side. */
export type Frame =
  | NodeHello
  | ClientHello
  | Refused
  | EnvelopeFrame
  | RequestFrame
  | ResponseFrame
  | { readonly type: 'ping' }
  | { readonly type: 'pong' };

/** What is made of the bytes of a frame. */
export type Decoded =
  | Frame
  /** A hello of a version of which nothing more is known. */
  | { readonly type: 'other-version'; readonly version: number }
  | { readonly type: 'malformed'; readonly problem: string };
