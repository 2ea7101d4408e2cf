// biome-ignore-all format: the specification's text stands beside the code, aligned
import type { Value } from '@synod/consensus';
import { operator } from '@synod/spec';
import { at, exists, forAll } from '@synod/tla';
import { ballots } from './assumptions.js';
import type { Acceptor, Ballot, BallotOrNone, Predicate, Quorum } from './state.js';
import { VotedFor } from './votes.js';

/** @spec Voting!DidNotVoteAt */
export const DidNotVoteAt: Predicate<[a: Acceptor, b: Ballot]> = operator((k, s, a, b) => {
  return forAll(k.Value, (v) => !VotedFor(s, a, b, v));                     // \A v \in Value : ~ VotedFor(a, b, v)
});

/** @spec Voting!CannotVoteAt */
export const CannotVoteAt: Predicate<[a: Acceptor, b: Ballot]> = operator((k, s, a, b) => {
  return at(s.maxBal, a) > b                                                // /\ maxBal[a] > b
    && DidNotVoteAt(k, s, a, b);                                            // /\ DidNotVoteAt(a, b)
});

/** @spec Voting!NoneOtherChoosableAt */
export const NoneOtherChoosableAt: Predicate<[b: Ballot, v: Value]> = operator((k, s, b, v) => {
  return exists(k.Quorum, (Q) =>                                            // \E Q \in Quorum :
    forAll(Q, (a) => VotedFor(s, a, b, v)                                   //    \A a \in Q : VotedFor(a, b, v)
      || CannotVoteAt(k, s, a, b)));                                        //               \/ CannotVoteAt(a, b)
});

/** @spec Voting!SafeAt */
export const SafeAt: Predicate<[b: Ballot, v: Value]> = operator((k, s, b, v) => {
  return forAll(ballots(0, b - 1), (c) =>                                   // \A c \in 0..(b-1) :
    NoneOtherChoosableAt(k, s, c, v));                                      //    NoneOtherChoosableAt(c, v)
});

/** @spec Voting!ShowsSafeAt */
export const ShowsSafeAt: Predicate<[Q: Quorum, b: Ballot, v: Value]> = operator((k, s, Q, b, v) => {
  return forAll(Q, (a) => at(s.maxBal, a) >= b)                             // /\ \A a \in Q : maxBal[a] >= b
    && exists(ballots(-1, b - 1), (c: BallotOrNone) =>                      // /\ \E c \in -1..(b-1) :
      (!(c !== -1) || exists(Q, (a) => VotedFor(s, a, c, v)))               //       /\ (c # -1) => \E a \in Q : VotedFor(a, c, v)
      && forAll(ballots(c + 1, b - 1), (d) => forAll(Q, (a) =>              //       /\ \A d \in (c+1)..(b-1), a \in Q :
        DidNotVoteAt(k, s, a, d))));                                        //             DidNotVoteAt(a, d)
});
