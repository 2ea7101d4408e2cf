// biome-ignore-all format: the specification's text stands beside the code, aligned
import { forAll, intersection, isSubset, range } from '@synod/tla';
import type { Ballot, Constants } from './state.js';

/** @spec Voting!QuorumAssumption */
export function QuorumAssumption(k: Constants): boolean {
  return forAll(k.Quorum, (Q) => isSubset(Q, k.Acceptor))                   // /\ \A Q \in Quorum : Q \subseteq Acceptor
    && forAll(k.Quorum, (Q1) => forAll(k.Quorum, (Q2) =>                    // /\ \A Q1, Q2 \in Quorum :
      intersection(Q1, Q2).size !== 0));                                    //       Q1 \cap Q2 # {}
}

/** @spec Voting!BallotAssumption */
export function BallotAssumption(k: Constants): boolean {
  return forAll(k.Ballot, (b) => b >= 0)                                    // /\ Ballot \subseteq Nat
    && forAll(k.Ballot, (b) =>                                              // /\ \A b \in Ballot :
      forAll(range(0, b), (c) => k.Ballot.has(c)));                         //       0..b \subseteq Ballot
}

/** `low..high`, where both are known to be ballots. */
export function ballots(low: number, high: number): Iterable<Ballot> {
  return range(low, high) as Iterable<Ballot>;
}
