import type { Moment } from '@synod/runtime';

/** What rounds came to. */
export interface RoundsResult {
  readonly seed: number;
  readonly rounds: number;
  /** How many were to be made: it may have been interrupted. */
  readonly wanted: number;
  /** How often nodes were killed: between ledger and trace, between trace and send, after a message was sent, at any moment. */
  readonly kills: Readonly<Record<Moment | 'any', number>>;
  readonly restarts: number;
  /** Traces that were held against Paxos.tla, and their events. */
  readonly traces: number;
  readonly events: number;
  /** The highest ballot of all. */
  readonly ballot: number;
  /** How often clients were told something. */
  readonly answers: number;
  /** The longest that a round took after the last node was killed or came back, in milliseconds, and how long it might. */
  readonly longest: number;
  readonly bound: number;
  readonly seconds: number;
  /** What is not as it must be: sentences. */
  readonly failures: readonly string[];
}
