// biome-ignore-all format: the specification's text stands beside the code, aligned
import { operator } from '@synod/spec';
import { forAll, implies, isFunctionOn, type TlaSet } from '@synod/tla';
import { SafeAt } from './safety.js';
import type { Constants, Predicate, Vote } from './state.js';
import { VotedFor } from './votes.js';

/** `votes \in SUBSET (Ballot \X Value)` */
const areVotes = operator((k: Constants, votes: TlaSet<Vote>) =>
  forAll(votes, ([b, v]) => k.Ballot.has(b) && k.Value.has(v)));

/** @spec Voting!TypeOK */
export const TypeOK: Predicate = operator((k, s) => {
  return isFunctionOn(s.votes, k.Acceptor, (votes) =>                       // /\ votes \in [Acceptor ->
      areVotes(k, votes))                                                   //       SUBSET (Ballot \X Value)]
    && isFunctionOn(s.maxBal, k.Acceptor, (b) =>                            // /\ maxBal \in [Acceptor ->
      k.Ballot.has(b) || b === -1);                                         //       Ballot \cup {-1}]
});

/** @spec Voting!VotesSafe */
export const VotesSafe: Predicate = operator((k, s) => {
  return forAll(k.Acceptor, (a) => forAll(k.Ballot, (b) => forAll(k.Value, (v) =>  // \A a \in Acceptor, b \in Ballot, v \in Value :
    implies(VotedFor(s, a, b, v), () => SafeAt(k, s, b, v)))));             //    VotedFor(a, b, v) => SafeAt(b, v)
});

/** @spec Voting!OneVote */
export const OneVote: Predicate = operator((k, s) => {
  return forAll(k.Acceptor, (a) => forAll(k.Ballot, (b) =>                  // \A a \in Acceptor, b \in Ballot,
    forAll(k.Value, (v) => forAll(k.Value, (w) =>                           //    v, w \in Value :
      implies(VotedFor(s, a, b, v) && VotedFor(s, a, b, w),                 //       VotedFor(a, b, v) /\ VotedFor(a, b, w)
        () => v === w)))));                                                 //          => (v = w)
});

/** @spec Voting!OneValuePerBallot */
export const OneValuePerBallot: Predicate = operator((k, s) => {
  return forAll(k.Acceptor, (a1) => forAll(k.Acceptor, (a2) =>              // \A a1, a2 \in Acceptor,
    forAll(k.Ballot, (b) =>                                                 //    b \in Ballot,
      forAll(k.Value, (v1) => forAll(k.Value, (v2) =>                       //    v1, v2 \in Value :
        implies(VotedFor(s, a1, b, v1) && VotedFor(s, a2, b, v2),           //       VotedFor(a1, b, v1) /\ VotedFor(a2, b, v2)
          () => v1 === v2))))));                                            //          => (v1 = v2)
});

/** @spec Voting!Inv */
export const Inv: Predicate = operator((k, s) => {
  return TypeOK(k, s) && VotesSafe(k, s) && OneValuePerBallot(k, s);        // TypeOK /\ VotesSafe /\ OneValuePerBallot
});
