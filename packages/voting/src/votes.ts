// biome-ignore-all format: the specification's text stands beside the code, aligned
import type { State as ConsensusState, Value } from '@synod/consensus';
import { operator } from '@synod/spec';
import { at, exists, filter, forAll, type TlaSet } from '@synod/tla';
import type { Acceptor, Ballot, Constants, Predicate, State } from './state.js';

/** @spec Voting!VotedFor */
export function VotedFor(s: State, a: Acceptor, b: Ballot, v: Value): boolean {
  return at(s.votes, a).has([b, v]);                                        // <<b, v>> \in votes[a]
}

/** @spec Voting!ChosenAt */
export const ChosenAt: Predicate<[b: Ballot, v: Value]> = operator((k, s, b, v) => {
  return exists(k.Quorum, (Q) =>                                            // \E Q \in Quorum :
    forAll(Q, (a) => VotedFor(s, a, b, v)));                                //    \A a \in Q : VotedFor(a, b, v)
});

/** The values chosen, and so the variable of Consensus. @spec Voting!chosen */
export function chosen(k: Constants, s: State): TlaSet<Value> {
  return filter(k.Value, (v) =>                                             // {v \in Value :
    exists(k.Ballot, (b) => ChosenAt(k, s, b, v)));                         //    \E b \in Ballot : ChosenAt(b, v)}
}

/** The refinement mapping: `chosen` as defined here. @spec Voting!C */
export function C(k: Constants, s: State): ConsensusState {
  return { chosen: chosen(k, s) };                                          // INSTANCE Consensus
}
