// biome-ignore-all format: the specification's text stands beside the code, aligned
import type { Value } from '@synod/consensus';
import { type Step, steps, UNCHANGED } from '@synod/spec';
import { at, except, forAll, functionOn, implies, including, set } from '@synod/tla';
import { ShowsSafeAt } from './safety.js';
import type { Acceptor, Ballot, Constants, State } from './state.js';

/** @spec Voting!Init */
export function* Init(k: Constants): Iterable<State> {
  yield {
    votes: functionOn(k.Acceptor, () => set([])),                           // /\ votes = [a \in Acceptor |-> {}]
    maxBal: functionOn(k.Acceptor, () => -1),                               // /\ maxBal = [a \in Acceptor |-> -1]
  };
}

/** @spec Voting!IncreaseMaxBal */
export function* IncreaseMaxBal(s: State, a: Acceptor, b: Ballot): Iterable<State> {
  if (!(b > at(s.maxBal, a))) return;                                       // /\ b > maxBal[a]
  yield {
    maxBal: except(s.maxBal, a, b),                                         // /\ maxBal' = [maxBal EXCEPT ![a] = b]
    ...UNCHANGED(s, 'votes'),                                               // /\ UNCHANGED votes
  };
}

/** @spec Voting!VoteFor */
export function* VoteFor(k: Constants, s: State, a: Acceptor, b: Ballot, v: Value): Iterable<State> {
  if (!(at(s.maxBal, a) <= b)) return;                                      // /\ maxBal[a] <= b
  if (!forAll(at(s.votes, a), (vt) => vt[0] !== b)) return;                 // /\ \A vt \in votes[a] : vt[1] # b
  for (const c of k.Acceptor) {                                             // /\ \A c \in Acceptor \ {a} :
    if (c !== a && !forAll(at(s.votes, c), (vt) =>                          //       \A vt \in votes[c] :
      implies(vt[0] === b, () => vt[1] === v))) return;                     //          (vt[1] = b) => (vt[2] = v)
  }
  for (const Q of k.Quorum) {                                               // /\ \E Q \in Quorum :
    if (!ShowsSafeAt(k, s, Q, b, v)) continue;                              //       ShowsSafeAt(Q, b, v)
    yield {
      votes: except(s.votes, a, including(at(s.votes, a), [b, v])),         // /\ votes' = [votes EXCEPT ![a] = votes[a] \cup {<<b, v>>}]
      maxBal: except(s.maxBal, a, b),                                       // /\ maxBal' = [maxBal EXCEPT ![a] = b]
    };
  }
}

/** @spec Voting!Next */
export function* Next(k: Constants, s: State): Iterable<Step<State>> {
  for (const a of k.Acceptor) for (const b of k.Ballot) {                   // \E a \in Acceptor, b \in Ballot :
    yield* steps('IncreaseMaxBal', [a, b], IncreaseMaxBal(s, a, b));        //    \/ IncreaseMaxBal(a, b)
    for (const v of k.Value)                                                //    \/ \E v \in Value :
      yield* steps('VoteFor', [a, b, v], VoteFor(k, s, a, b, v));           //          VoteFor(a, b, v)
  }
}
