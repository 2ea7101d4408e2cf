// biome-ignore-all format: the specification's text stands beside the code, aligned
import { forAll, isFunctionOn } from '@synod/tla';
import type { Constants, Message, State } from './state.js';

/** `m \in Message` @spec Paxos!Message */
export function isMessage(k: Constants, m: Message): boolean {
  switch (m.type) {
    case '1a': return k.Ballot.has(m.bal);                                  // [type : {"1a"}, bal : Ballot]
    case '1b': return k.Acceptor.has(m.acc) && k.Ballot.has(m.bal)          // \cup [type : {"1b"}, acc : Acceptor, bal : Ballot,
      && (k.Ballot.has(m.mbal) || m.mbal === -1)                            //       mbal : Ballot \cup {-1},
      && (k.Value.has(m.mval) || m.mval === k.None);                        //       mval : Value \cup {None}]
    case '2a': return k.Ballot.has(m.bal) && k.Value.has(m.val);            // \cup [type : {"2a"}, bal : Ballot, val : Value]
    case '2b': return k.Acceptor.has(m.acc) && k.Ballot.has(m.bal)          // \cup [type : {"2b"}, acc : Acceptor, bal : Ballot,
      && k.Value.has(m.val);                                                //       val : Value]
    default: return false;
  }
}

/** @spec Paxos!TypeOK */
export function TypeOK(k: Constants, s: State): boolean {
  return isFunctionOn(s.maxBal, k.Acceptor, (b) =>                          // /\ maxBal \in [Acceptor ->
      k.Ballot.has(b) || b === -1)                                          //       Ballot \cup {-1}]
    && isFunctionOn(s.maxVBal, k.Acceptor, (b) =>                           // /\ maxVBal \in [Acceptor ->
      k.Ballot.has(b) || b === -1)                                          //       Ballot \cup {-1}]
    && isFunctionOn(s.maxVal, k.Acceptor, (v) =>                            // /\ maxVal \in [Acceptor ->
      k.Value.has(v) || v === k.None)                                       //       Value \cup {None}]
    && forAll(s.msgs, (m) => isMessage(k, m));                              // /\ msgs \subseteq Message
}
