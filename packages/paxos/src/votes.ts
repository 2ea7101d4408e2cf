// biome-ignore-all format: the specification's text stands beside the code, aligned
import { filter, functionOn, map, type TlaFunction, type TlaSet } from '@synod/tla';
import type { Acceptor, Vote, State as VotingState } from '@synod/voting';
import type { Constants, Message2b, State } from './state.js';

const vote = (m: Message2b): Vote => [m.bal, m.val];

/** The votes that the 2b messages announce. @spec Paxos!votes */
export function votes(k: Constants, s: State): TlaFunction<Acceptor, TlaSet<Vote>> {
  return functionOn(k.Acceptor, (a) => map(filter(s.msgs,                   // [a \in Acceptor |-> {<<m.bal, m.val>> : m \in {mm \in msgs :
    (mm): mm is Message2b => mm.type === '2b'                               //    /\ mm.type = "2b"
      && mm.acc === a), vote));                                             //    /\ mm.acc = a}}]
}

/** The refinement mapping to Voting: `votes` as defined here, `maxBal` as it is. @spec Paxos!V */
export function V(k: Constants, s: State): VotingState {
  return { votes: votes(k, s), maxBal: s.maxBal };                          // INSTANCE Voting
}
