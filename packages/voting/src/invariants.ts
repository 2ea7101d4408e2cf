// biome-ignore-all format: the specification's text stands beside the code, aligned
import { forAll, implies, isFunctionOn } from '@synod/tla';
import { SafeAt } from './safety.js';
import type { Constants, State } from './state.js';
import { VotedFor } from './votes.js';

/** @spec Voting!TypeOK */
export function TypeOK(k: Constants, s: State): boolean {
  return isFunctionOn(s.votes, k.Acceptor, (votes) =>                       // /\ votes \in [Acceptor ->
      forAll(votes, ([b, v]) => k.Ballot.has(b) && k.Value.has(v)))         //       SUBSET (Ballot \X Value)]
    && isFunctionOn(s.maxBal, k.Acceptor, (b) =>                            // /\ maxBal \in [Acceptor ->
      k.Ballot.has(b) || b === -1);                                         //       Ballot \cup {-1}]
}

/** @spec Voting!VotesSafe */
export function VotesSafe(k: Constants, s: State): boolean {
  return forAll(k.Acceptor, (a) => forAll(k.Ballot, (b) => forAll(k.Value, (v) =>  // \A a \in Acceptor, b \in Ballot, v \in Value :
    implies(VotedFor(s, a, b, v), () => SafeAt(k, s, b, v)))));             //    VotedFor(a, b, v) => SafeAt(b, v)
}

/** @spec Voting!OneVote */
export function OneVote(k: Constants, s: State): boolean {
  return forAll(k.Acceptor, (a) => forAll(k.Ballot, (b) =>                  // \A a \in Acceptor, b \in Ballot,
    forAll(k.Value, (v) => forAll(k.Value, (w) =>                           //    v, w \in Value :
      implies(VotedFor(s, a, b, v) && VotedFor(s, a, b, w),                 //       VotedFor(a, b, v) /\ VotedFor(a, b, w)
        () => v === w)))));                                                 //          => (v = w)
}

/** @spec Voting!OneValuePerBallot */
export function OneValuePerBallot(k: Constants, s: State): boolean {
  return forAll(k.Acceptor, (a1) => forAll(k.Acceptor, (a2) =>              // \A a1, a2 \in Acceptor,
    forAll(k.Ballot, (b) =>                                                 //    b \in Ballot,
      forAll(k.Value, (v1) => forAll(k.Value, (v2) =>                       //    v1, v2 \in Value :
        implies(VotedFor(s, a1, b, v1) && VotedFor(s, a2, b, v2),           //       VotedFor(a1, b, v1) /\ VotedFor(a2, b, v2)
          () => v1 === v2))))));                                            //          => (v1 = v2)
}

/** @spec Voting!Inv */
export function Inv(k: Constants, s: State): boolean {
  return TypeOK(k, s) && VotesSafe(k, s) && OneValuePerBallot(k, s);        // TypeOK /\ VotesSafe /\ OneValuePerBallot
}
