// biome-ignore-all format: the specification's text stands beside the code, aligned
import { type Step, steps } from '@synod/spec';
import { Phase1a } from './Phase1a.js';
import { Phase1b } from './Phase1b.js';
import { Phase2a } from './Phase2a.js';
import { Phase2b } from './Phase2b.js';
import type { Constants, State } from './state.js';

/** @spec Paxos!Next */
export function* Next(k: Constants, s: State): Iterable<Step<State>> {
  for (const b of k.Ballot) {                                               // \/ \E b \in Ballot :
    yield* steps('Phase1a', [b], Phase1a(s, b));                            //       \/ Phase1a(b)
    for (const v of k.Value)                                                //       \/ \E v \in Value :
      yield* steps('Phase2a', [b, v], Phase2a(k, s, b, v));                 //             Phase2a(b, v)
  }
  for (const a of k.Acceptor) {                                             // \/ \E a \in Acceptor :
    yield* steps('Phase1b', [a], Phase1b(s, a));                            //       Phase1b(a)
    yield* steps('Phase2b', [a], Phase2b(s, a));                            //       \/ Phase2b(a)
  }
}
