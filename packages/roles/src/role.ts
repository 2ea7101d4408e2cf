import type { Action } from './action.js';
import type { LedgerRecord } from './ledger/record.js';
import type { Message } from './message.js';
import type { NodeId } from './node-id.js';

/**
 * A timer that a role has asked for. Those of an earlier purpose are not cancelled: a role knows
 * which one it waits for. A node that starts again has none, and numbers them anew: what was set before is dropped.
 */
export interface Timer {
  readonly of: 'proposer' | 'learner';
  readonly id: number;
}

/**
 * What a step asks for. Effects take place in their order, those of one step before those of the next, and **none before
 * every earlier `persist` is durable**: so nothing is said that a crash could make untrue.
 */
export type Effect =
  /** Write this where a crash cannot take it away. */
  | { readonly type: 'persist'; readonly record: LedgerRecord }
  /** A step of Paxos.tla is taken, now that it is durable: write it to the trace. At most one a step. */
  | ({ readonly type: 'action' } & Action)
  | { readonly type: 'send'; readonly to: NodeId; readonly message: Message }
  /** Give `timeout` with this timer after so many milliseconds. */
  | { readonly type: 'timer'; readonly timer: Timer; readonly delay: number }
  /** A learner knows that this value is chosen: once in the life of a learner. */
  | { readonly type: 'learned'; readonly bal: number; readonly val: string }
  /** What a learner was asked has this answer: nothing was chosen in a ballot below `bal`. */
  | { readonly type: 'undecided'; readonly bal: number };

/** What can happen to a role. `chance` is a number from 0 up to 1 (excluded), drawn by whoever runs it. */
export type Input =
  | {
      readonly type: 'message';
      readonly from: NodeId;
      readonly message: Message;
      readonly chance: number;
    }
  | { readonly type: 'timeout'; readonly timer: Timer; readonly chance: number }
  /** To a proposer: a client wants this value. To a learner: what is chosen will be asked for. */
  | { readonly type: 'propose'; readonly value: string; readonly chance: number }
  /** To a learner: a client wants to know what was chosen. */
  | { readonly type: 'query'; readonly chance: number }
  /** To a proposer: the learner of its node knows what was chosen. */
  | { readonly type: 'decided'; readonly val: string; readonly chance: number };

/** What came of an input. */
export interface Step<S> {
  readonly state: S;
  readonly effects: readonly Effect[];
}

/** A pure state machine: no clock, no chance, no input or output of its own. */
export interface Role<S> {
  readonly initial: S;
  step(state: S, input: Input): Step<S>;
  /** The state after a record of the ledger, when a node starts again: `records.reduce(restore, initial)`. */
  restore(state: S, record: LedgerRecord): S;
}
