import type { TlaFunction, TlaSet } from '@synod/tla';
import type { Acceptor, Ballot, BallotOrNone, Value, Constants as VotingConstants } from '@synod/voting';

declare const none: unique symbol;

/** The type of the constant None. */
export type None = (symbol | string | number) & { readonly [none]: never };

/** Asks the acceptors to take part in ballot `bal`. */
export type Message1a = { readonly type: '1a'; readonly bal: Ballot };

/** The promise of `acc`, with its last vote: `mval` in ballot `mbal`, or None and -1. */
export type Message1b = {
  readonly type: '1b';
  readonly acc: Acceptor;
  readonly bal: Ballot;
  readonly mbal: BallotOrNone;
  readonly mval: Value | None;
};

/** Names the value of ballot `bal`. */
export type Message2a = { readonly type: '2a'; readonly bal: Ballot; readonly val: Value };

/** Announces that `acc` voted for `val` in ballot `bal`. */
export type Message2b = {
  readonly type: '2b';
  readonly acc: Acceptor;
  readonly bal: Ballot;
  readonly val: Value;
};

/** @spec Paxos!Message */
export type Message = Message1a | Message1b | Message2a | Message2b;

/** The constants of Paxos. */
export type Constants = VotingConstants & {
  /** Stands for "no value" where nobody has voted. @spec Paxos!None */
  readonly None: None;
};

/** The variables of Paxos. */
export type State = {
  /** The highest ballot that each acceptor has taken part in. @spec Paxos!maxBal */
  readonly maxBal: TlaFunction<Acceptor, BallotOrNone>;
  /** The ballot of its last vote, or -1. @spec Paxos!maxVBal */
  readonly maxVBal: TlaFunction<Acceptor, BallotOrNone>;
  /** The value of that vote, or None. @spec Paxos!maxVal */
  readonly maxVal: TlaFunction<Acceptor, Value | None>;
  /** All messages sent so far. @spec Paxos!msgs */
  readonly msgs: TlaSet<Message>;
};
