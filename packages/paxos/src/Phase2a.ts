// biome-ignore-all format: the specification's text stands beside the code, aligned
import { UNCHANGED } from '@synod/spec';
import { exists, filter, forAll } from '@synod/tla';
import type { Ballot, Value } from '@synod/voting';
import { Send } from './Send.js';
import type { Constants, Message1b, State } from './state.js';

/** The leader of ballot b names its value: v, which the answers of a quorum show to be safe. @spec Paxos!Phase2a */
export function* Phase2a(k: Constants, s: State, b: Ballot, v: Value): Iterable<State> {
  if (exists(s.msgs, (m) => m.type === '2a' && m.bal === b)) return;        // /\ ~ \E m \in msgs : m.type = "2a" /\ m.bal = b
  for (const Q of k.Quorum) {                                               // /\ \E Q \in Quorum :
    const Q1b = filter(s.msgs, (m): m is Message1b => m.type === '1b'       //       LET Q1b == {m \in msgs : /\ m.type = "1b"
      && Q.has(m.acc)                                                       //                                /\ m.acc \in Q
      && m.bal === b);                                                      //                                /\ m.bal = b}
    const Q1bv = filter(Q1b, (m) => m.mbal >= 0);                           //           Q1bv == {m \in Q1b : m.mbal >= 0}
    if (!forAll(Q, (a) => exists(Q1b, (m) => m.acc === a))) continue;       //       IN  /\ \A a \in Q : \E m \in Q1b : m.acc = a
    if (!(Q1bv.size === 0                                                   //           /\ \/ Q1bv = {}
      || exists(Q1bv, (m) =>                                                //              \/ \E m \in Q1bv :
        m.mval === v                                                        //                    /\ m.mval = v
        && forAll(Q1bv, (mm) => m.mbal >= mm.mbal)))) continue;             //                    /\ \A mm \in Q1bv : m.mbal >= mm.mbal
    yield {
      msgs: Send(s, { type: '2a', bal: b, val: v }),                        // /\ Send([type |-> "2a", bal |-> b, val |-> v])
      ...UNCHANGED(s, 'maxBal', 'maxVBal', 'maxVal'),                       // /\ UNCHANGED <<maxBal, maxVBal, maxVal>>
    };
  }
}
