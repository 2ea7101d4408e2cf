// biome-ignore-all format: the specification's text stands beside the code, aligned
import { UNCHANGED } from '@synod/spec';
import { at, except } from '@synod/tla';
import type { Acceptor } from '@synod/voting';
import { Send } from './Send.js';
import type { State } from './state.js';

/** Acceptor a promises, and reports its last vote. @spec Paxos!Phase1b */
export function* Phase1b(s: State, a: Acceptor): Iterable<State> {
  for (const m of s.msgs) {                                                 // /\ \E m \in msgs :
    if (!(m.type === '1a')) continue;                                       //       /\ m.type = "1a"
    if (!(m.bal > at(s.maxBal, a))) continue;                               //       /\ m.bal > maxBal[a]
    yield {
      maxBal: except(s.maxBal, a, m.bal),                                   //       /\ maxBal' = [maxBal EXCEPT ![a] = m.bal]
      msgs: Send(s, { type: '1b', acc: a, bal: m.bal,                       //       /\ Send([type |-> "1b", acc |-> a, bal |-> m.bal,
        mbal: at(s.maxVBal, a), mval: at(s.maxVal, a) }),                   //                mbal |-> maxVBal[a], mval |-> maxVal[a]])
      ...UNCHANGED(s, 'maxVBal', 'maxVal'),                                 // /\ UNCHANGED <<maxVBal, maxVal>>
    };
  }
}
