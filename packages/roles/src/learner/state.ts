import type { NodeId } from '../node-id.js';

/** Who is known to have voted for a value in a ballot. */
export interface Votes {
  readonly val: string;
  readonly voters: ReadonlySet<NodeId>;
}

export interface LearnerState {
  /** By ballot. Emptied when a value is known to be chosen. */
  readonly votes: ReadonlyMap<number, Votes>;
  readonly chosen: { readonly bal: number; readonly val: string } | undefined;
  /** How often it has asked, since it wants to know. */
  readonly asked: number;
  /** The timer that it waits for, if it does. */
  readonly timer: number;
  readonly waiting: boolean;
  /** Whether its own node proposes a value: then there is something to wait for, even if nobody has voted yet. */
  readonly proposing: boolean;
}

export const newLearner: LearnerState = {
  votes: new Map(),
  chosen: undefined,
  asked: 0,
  timer: 0,
  waiting: false,
  proposing: false,
};
