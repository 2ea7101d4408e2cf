/**
 * Why something given to `send` was not sent: no room in the queue (the oldest goes first), longer than a frame may be, nothing that
 * others would take, no such node.
 */
export type DropReason = 'queue-full' | 'too-large' | 'malformed' | 'unknown-node';

/** Why a connection was closed, or a greeting refused. */
export type RefusalReason =
  /** A frame was announced that is longer than the limit. */
  | 'too-large'
  /** A frame is not msgpack, or none of ours. */
  | 'malformed'
  /** A frame that has no place there: a second hello, an envelope from a client. */
  | 'unexpected'
  /** A hello or the rest of a frame did not come in time, or nothing was heard from the other side, or it does not read. */
  | 'slow'
  | 'other-version'
  | 'other-cluster'
  | 'other-configuration'
  /** A node that the cluster does not have, or not the one expected at that address. */
  | 'stranger'
  /** It says that it is me. */
  | 'own-id'
  /** Another connection with that id is alive. */
  | 'duplicate-id'
  /** More connections than are allowed. */
  | 'too-many';

/** What a transport has done. Counters only rise. */
export interface Statistics {
  /** Envelopes handed to the operating system, those to oneself included. */
  readonly sent: number;
  /** Envelopes delivered, those from oneself included. */
  readonly received: number;
  readonly dropped: Readonly<Record<DropReason, number>>;
  /** By this node: of connections that it made and of those made to it. */
  readonly refused: Readonly<Record<RefusalReason, number>>;
  /** How often another node refused a connection that this one made. */
  readonly refusedByOthers: number;
  /** Connections to other nodes that were made after one was lost. */
  readonly reconnects: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** Requests of clients. */
  readonly requests: number;
}

/** The counters, as those who count see them. */
export type Counters = {
  -readonly [name in keyof Statistics]: Statistics[name] extends number
    ? number
    : { -readonly [reason in keyof Statistics[name]]: number };
};

/** Nothing was done yet. */
export function newCounters(): Counters {
  return {
    sent: 0,
    received: 0,
    dropped: { 'queue-full': 0, 'too-large': 0, malformed: 0, 'unknown-node': 0 },
    refused: {
      'too-large': 0,
      malformed: 0,
      unexpected: 0,
      slow: 0,
      'other-version': 0,
      'other-cluster': 0,
      'other-configuration': 0,
      stranger: 0,
      'own-id': 0,
      'duplicate-id': 0,
      'too-many': 0,
    },
    refusedByOthers: 0,
    reconnects: 0,
    bytesSent: 0,
    bytesReceived: 0,
    requests: 0,
  };
}
