import type { NodeId } from './node-id.js';

/** Asks acceptors to take part in a ballot, and what they have voted for. Paxos!Phase1a. */
export interface Message1a {
  readonly type: '1a';
  readonly bal: number;
}

/** A promise to take part in no lower ballot, and the last vote: `mbal` -1 and no `mval` where there is none. Paxos!Phase1b. */
export interface Message1b {
  readonly type: '1b';
  readonly acc: NodeId;
  readonly bal: number;
  readonly mbal: number;
  readonly mval: string | undefined;
}

/** Asks acceptors to vote for a value in a ballot. Paxos!Phase2a. */
export interface Message2a {
  readonly type: '2a';
  readonly bal: number;
  readonly val: string;
}

/** A vote. Paxos!Phase2b. */
export interface Message2b {
  readonly type: '2b';
  readonly acc: NodeId;
  readonly bal: number;
  readonly val: string;
}

/** The messages that the specification has: `msgs` holds them. */
export type PaxosMessage = Message1a | Message1b | Message2a | Message2b;

/** To a proposer: an acceptor takes part in `maxBal` and no longer in `bal`. It hurries; nothing depends on it. */
export interface Rejection {
  readonly type: 'rejected';
  readonly bal: number;
  readonly maxBal: number;
}

/** To whoever asks, and to learners that do not count votes: the value was chosen in that ballot, or a lower one. */
export interface Chosen {
  readonly type: 'chosen';
  readonly bal: number;
  readonly val: string;
}

/** From a learner: what have you voted for, or do you know what was chosen? */
export interface Question {
  readonly type: 'ask';
}

/** From a learner to a proposer: nobody knows whether a value was chosen; have it proposed again. */
export interface Request {
  readonly type: 'finish';
}

/** From a proposer to a learner: no value was chosen in any ballot below `bal`, nor can be any more. */
export interface Nothing {
  readonly type: 'nothing';
  readonly bal: number;
}

/** All that nodes say to each other. */
export type Message = PaxosMessage | Rejection | Chosen | Question | Request | Nothing;
