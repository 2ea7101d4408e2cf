// biome-ignore-all format: the specification's text stands beside the code, aligned
import { functionOn, set } from '@synod/tla';
import type { Constants, State } from './state.js';

/** @spec Paxos!Init */
export function* Init(k: Constants): Iterable<State> {
  yield {
    maxBal: functionOn(k.Acceptor, () => -1),                               // /\ maxBal = [a \in Acceptor |-> -1]
    maxVBal: functionOn(k.Acceptor, () => -1),                              // /\ maxVBal = [a \in Acceptor |-> -1]
    maxVal: functionOn(k.Acceptor, () => k.None),                           // /\ maxVal = [a \in Acceptor |-> None]
    msgs: set([]),                                                          // /\ msgs = {}
  };
}
