import type { NodeId } from '../node-id.js';

/** The last vote that an acceptor reports with its promise: `mbal` -1 where there is none. */
export interface Reported {
  readonly mbal: number;
  readonly mval: string | undefined;
}

/** What a proposer is at. */
export type Phase =
  /** Nobody wants anything of it. */
  | { readonly type: 'idle' }
  /** It has asked for promises. */
  | { readonly type: 'preparing'; readonly promises: ReadonlyMap<NodeId, Reported>; readonly asked: number }
  /** It has asked for votes. */
  | { readonly type: 'proposing'; readonly val: string; readonly asked: number }
  /** Somebody has a higher ballot: it is given time. */
  | { readonly type: 'waiting' }
  /** It knows what was chosen. */
  | { readonly type: 'decided'; readonly val: string };

export interface ProposerState {
  /** The last ballot that it has begun, or -1. In its ledger, unlike the rest. */
  readonly ballot: number;
  readonly phase: Phase;
  /** What its client wants, the first who came. */
  readonly value: string | undefined;
  /** Learners that want to know whether anything was chosen. */
  readonly askers: readonly NodeId[];
  /** The highest ballot that it has heard of, or -1. */
  readonly highest: number;
  /** How many of its ballots have failed. */
  readonly attempts: number;
  /** The timer that it waits for; those of before mean nothing any more. */
  readonly timer: number;
}

export const newProposer: ProposerState = {
  ballot: -1,
  phase: { type: 'idle' },
  value: undefined,
  askers: [],
  highest: -1,
  attempts: 0,
  timer: 0,
};
