// biome-ignore-all format: the specification's text stands beside the code, aligned
import { at, except } from '@synod/tla';
import type { Acceptor } from '@synod/voting';
import { Send } from './Send.js';
import type { State } from './state.js';

/** Acceptor a votes as a 2a message says, unless it has promised not to. @spec Paxos!Phase2b */
export function* Phase2b(s: State, a: Acceptor): Iterable<State> {
  for (const m of s.msgs) {                                                 // \E m \in msgs :
    if (!(m.type === '2a')) continue;                                       //    /\ m.type = "2a"
    if (!(m.bal >= at(s.maxBal, a))) continue;                              //    /\ m.bal >= maxBal[a]
    yield {
      maxBal: except(s.maxBal, a, m.bal),                                   //    /\ maxBal' = [maxBal EXCEPT ![a] = m.bal]
      maxVBal: except(s.maxVBal, a, m.bal),                                 //    /\ maxVBal' = [maxVBal EXCEPT ![a] = m.bal]
      maxVal: except(s.maxVal, a, m.val),                                   //    /\ maxVal' = [maxVal EXCEPT ![a] = m.val]
      msgs: Send(s, { type: '2b', acc: a, bal: m.bal, val: m.val }),        //    /\ Send([type |-> "2b", acc |-> a, bal |-> m.bal, val |-> m.val])
    };
  }
}
