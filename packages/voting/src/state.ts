import type { Value } from '@synod/consensus';
import type { TlaFunction, TlaSet } from '@synod/tla';

declare const acceptor: unique symbol;
declare const ballot: unique symbol;

/** One of those who vote. */
export type Acceptor = (symbol | string | number) & { readonly [acceptor]: never };

/** The number of a ballot: 0, 1, 2, … */
export type Ballot = number & { readonly [ballot]: never };

/** A ballot, or -1 for "none yet", which is smaller than all. */
export type BallotOrNone = Ballot | -1;

/** A set of acceptors large enough to choose. */
export type Quorum = TlaSet<Acceptor>;

/** A vote: the ballot it was cast in, and the value it is for. */
export type Vote = readonly [Ballot, Value];

/** The constants of Voting. */
export type Constants = {
  /** The values that may be proposed. @spec Voting!Value */
  readonly Value: TlaSet<Value>;
  /** Those who vote. @spec Voting!Acceptor */
  readonly Acceptor: TlaSet<Acceptor>;
  /** Sets of acceptors, each large enough to choose. @spec Voting!Quorum */
  readonly Quorum: TlaSet<Quorum>;
  /** The numbers of the ballots. @spec Voting!Ballot */
  readonly Ballot: TlaSet<Ballot>;
};

/** An operator of Voting that is TRUE or FALSE. */
export type Predicate<Formals extends readonly unknown[] = []> = (
  k: Constants,
  s: State,
  ...formals: Formals
) => boolean;

/** The variables of Voting. */
export type State = {
  /** What each acceptor has voted for. @spec Voting!votes */
  readonly votes: TlaFunction<Acceptor, TlaSet<Vote>>;
  /** Below this ballot an acceptor does not vote any more. @spec Voting!maxBal */
  readonly maxBal: TlaFunction<Acceptor, BallotOrNone>;
};
