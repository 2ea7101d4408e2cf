// biome-ignore-all format: the specification's text stands beside the code, aligned
import { UNCHANGED } from '@synod/spec';
import type { Ballot } from '@synod/voting';
import { Send } from './Send.js';
import type { State } from './state.js';

/** Ballot b begins. @spec Paxos!Phase1a */
export function* Phase1a(s: State, b: Ballot): Iterable<State> {
  yield {
    msgs: Send(s, { type: '1a', bal: b }),                                  // /\ Send([type |-> "1a", bal |-> b])
    ...UNCHANGED(s, 'maxBal', 'maxVBal', 'maxVal'),                         // /\ UNCHANGED <<maxBal, maxVBal, maxVal>>
  };
}
