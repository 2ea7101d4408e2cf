import type { Message, NodeId } from '@synod/roles';

/** What goes from one node to another. */
export interface Envelope {
  readonly instance: string;
  readonly message: Message;
  /** The sender's vector clock in that instance, where a trace is recorded. */
  readonly clock?: Readonly<Record<string, number>>;
}

/** How nodes reach each other. It may lose, delay and repeat what it is given; it never damages it. */
export interface Transport {
  /** Never waits: what cannot be sent is dropped, and counted. To oneself it is delivered, too, but later. */
  send(to: NodeId, envelope: Envelope): void;
  /** Called with everything that comes, one at a time. To be set before `start`. */
  onReceive: (from: NodeId, envelope: Envelope) => void;
  /** Resolves when it can be reached. @throws RuntimeError: an address in use, … */
  start(): Promise<void>;
  /** What is on its way may be lost. */
  stop(): Promise<void>;
}
