// biome-ignore-all format: the specification's text stands beside the code, aligned
import { operator } from '@synod/spec';
import { equal, exists, forAll, implies, set } from '@synod/tla';
import { Inv, OneVote, VotesSafe } from './invariants.js';
import { NoneOtherChoosableAt, SafeAt, ShowsSafeAt } from './safety.js';
import type { Ballot, Predicate } from './state.js';
import { ChosenAt, chosen } from './votes.js';

/** @spec Voting!AllSafeAtZero */
export const AllSafeAtZero: Predicate = operator((k, s) => {
  return forAll(k.Value, (v) => SafeAt(k, s, 0 as Ballot, v));              // \A v \in Value : SafeAt(0, v)
});

/** @spec Voting!ChoosableThm */
export const ChoosableThm: Predicate = operator((k, s) => {
  return forAll(k.Ballot, (b) => forAll(k.Value, (v) =>                     // \A b \in Ballot, v \in Value :
    implies(ChosenAt(k, s, b, v),                                           //    ChosenAt(b, v)
      () => NoneOtherChoosableAt(k, s, b, v))));                            //       => NoneOtherChoosableAt(b, v)
});

/** Why agreement follows from safe votes. @spec Voting!VotesSafeImpliesConsistency */
export const VotesSafeImpliesConsistency: Predicate = operator((k, s) => {
  return implies(VotesSafe(k, s) && OneVote(k, s), () =>                    // VotesSafe /\ OneVote =>
    chosen(k, s).size === 0                                                 //    \/ chosen = {}
    || exists(k.Value, (v) => equal(chosen(k, s), set([v]))));              //    \/ \E v \in Value : chosen = {v}
});

/** Why it is enough to ask one quorum. @spec Voting!ShowsSafety */
export const ShowsSafety: Predicate = operator((k, s) => {
  return implies(Inv(k, s), () =>                                           // Inv =>
    forAll(k.Quorum, (Q) => forAll(k.Ballot, (b) => forAll(k.Value, (v) =>  //    \A Q \in Quorum, b \in Ballot, v \in Value :
      implies(ShowsSafeAt(k, s, Q, b, v), () => SafeAt(k, s, b, v))))));    //       ShowsSafeAt(Q, b, v) => SafeAt(b, v)
});
