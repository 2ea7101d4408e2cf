// biome-ignore-all format: the specification's text stands beside the code, aligned
import { at, exists, forAll, implies } from '@synod/tla';
import { ShowsSafeAt } from '@synod/voting';
import type { Constants, State } from './state.js';
import { TypeOK } from './TypeOK.js';
import { V } from './votes.js';

/** Why Phase2b is a vote that Voting allows. @spec Paxos!Inv */
export function Inv(k: Constants, s: State): boolean {
  const above = V(k, s);
  return TypeOK(k, s)                                                       // /\ TypeOK
    && forAll(k.Acceptor, (a) => at(s.maxBal, a) >= at(s.maxVBal, a))       // /\ \A a \in Acceptor : maxBal[a] >= maxVBal[a]
    && forAll(k.Acceptor, (a) => at(s.maxVBal, a) === -1                    // /\ \A a \in Acceptor : IF maxVBal[a] = -1
      ? at(s.maxVal, a) === k.None                                          //       THEN maxVal[a] = None
      : at(above.votes, a).has([at(s.maxVBal, a), at(s.maxVal, a)]))        //       ELSE <<maxVBal[a], maxVal[a]>> \in votes[a]
    && forAll(s.msgs, (m) =>                                                // /\ \A m \in msgs :
      (!(m.type === '1b') || (at(s.maxBal, m.acc) >= m.bal                  //       /\ (m.type = "1b") => /\ maxBal[m.acc] >= m.bal
        && implies(m.mbal >= 0, () =>                                       //                             /\ (m.mbal >= 0) =>
          at(above.votes, m.acc).has([m.mbal, m.mval]))))                   //                                   <<m.mbal, m.mval>> \in votes[m.acc]
      && (!(m.type === '2a') || (exists(k.Quorum, (Q) =>                    //       /\ (m.type = "2a") => /\ \E Q \in Quorum :
          ShowsSafeAt(k, above, Q, m.bal, m.val))                           //                                   V!ShowsSafeAt(Q, m.bal, m.val)
        && forAll(s.msgs, (mm) => !(mm.type === '2a'                        //                             /\ \A mm \in msgs : /\ mm.type = "2a"
          && mm.bal === m.bal)                                              //                                                 /\ mm.bal = m.bal
            || mm.val === m.val)))                                          //                                                 => mm.val = m.val
      && (!(m.type === '2b') || (at(s.maxVBal, m.acc) >= m.bal              //       /\ (m.type = "2b") => /\ maxVBal[m.acc] >= m.bal
        && exists(s.msgs, (mm) => mm.type === '2a'                          //                             /\ \E mm \in msgs : /\ mm.type = "2a"
          && mm.bal === m.bal                                               //                                                 /\ mm.bal = m.bal
          && mm.val === m.val))));                                          //                                                 /\ mm.val = m.val
}
