import type { NodeStatus } from './request.js';

/** What a client is told: a value was chosen; or none is known yet. */
export type Answer = { readonly type: 'chosen'; readonly val: string } | { readonly type: 'unknown' };

/**
 * A connection of a client to a node. Many requests may be under way at once. Each rejects with a RuntimeError: `time-out`,
 * `connection-lost`, `bad-request` (an instance or a value too long), or the code that the node gave. After a `time-out` or a
 * `connection-lost`, what was proposed may be chosen nevertheless: `query` says.
 */
export interface Client {
  /** The node at the other end. */
  readonly node: string;
  readonly cluster: string;
  /** Offers a value. Resolves with the one that was chosen, which may be another. */
  propose(instance: string, value: string): Promise<{ readonly type: 'chosen'; readonly val: string }>;
  query(instance: string): Promise<Answer>;
  status(): Promise<NodeStatus>;
  /** Ends the connection; requests under way fail with `connection-lost`. */
  close(): Promise<void>;
}
