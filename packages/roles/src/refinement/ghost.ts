import type { Action } from '../action.js';
import type { PaxosMessage } from '../message.js';

/**
 * All messages of the specification that were ever sent, each once: its variable `msgs`. A ghost: nobody keeps it, and the
 * network may have lost them. What was written to a ledger counts as sent.
 */
export type Ghost = ReadonlyMap<string, PaxosMessage>;

/** Paxos!Init. */
export const noMessages: Ghost = new Map();

/** Paxos!Send. */
export function sent(ghost: Ghost, { sent: message }: Action): Ghost {
  const key = JSON.stringify(message);
  return ghost.has(key) ? ghost : new Map(ghost).set(key, message);
}
