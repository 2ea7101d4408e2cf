import type { TlcModel } from '../../src/validate/tlc/open-model.js';
import { modelOf } from './tlc.js';

/** It has names that the generated module would like to have. */
const store = `---- MODULE Store ----
EXTENDS Naturals, Sequences
CONSTANTS Node, Any, Limit, Weight
VARIABLES log, trace, open
vars == <<log, trace, open>>
ToString(x) == x
Init == log = [n \\in Node |-> <<>>] /\\ trace = {} /\\ open \\in BOOLEAN
Write(n, k) ==
  /\\ open
  /\\ log' = [log EXCEPT ![n] = Append(@, k)]
  /\\ trace' = trace \\cup {[node |-> n, key |-> k, by |-> Any]}
  /\\ UNCHANGED open
Forget(n) == log[n] # <<>> /\\ log' = [log EXCEPT ![n] = Tail(@)] /\\ UNCHANGED <<trace, open>>
Toggle == open' = ~open /\\ UNCHANGED <<log, trace>>
Do(n, keys) == \\E k \\in keys : k # 2 /\\ Write(n, k)
Next == \\/ LET all == {1, 2, 3} IN \\E n \\in Node : Do(n, all) \\/ Forget(n)
        \\/ Toggle
Spec == Init /\\ [][Next]_vars /\\ WF_vars(Toggle)
used == {m.key : m \\in trace}
weight == Weight[1]
head == log[CHOOSE n \\in Node : TRUE][1]
====`;

const mc = `---- MODULE MCStore ----
EXTENDS Store
Small == \\A n \\in Node : Len(log[n]) <= Limit
Calm == 3 \\in used => log' # log
Weights == [i \\in 1..2 |-> 7]
I == INSTANCE Inner WITH y <- log
Step1 == 1
reached == 1
====`;

const inner = `---- MODULE Inner ----
VARIABLE y
deep == DOMAIN y
====`;

const cfg = `SPECIFICATION Spec
CONSTANTS Node = {a, b}  Any = Any  Limit = 2  Weight <- Weights
CONSTRAINT Small
ACTION_CONSTRAINT Calm
INVARIANT Nothing
CHECK_DEADLOCK TRUE`;

/** A model with a guard beside an action, definitions in between, an instance, and a constraint. */
export function storeModel(): TlcModel {
  return modelOf('MCStore', {
    'MCStore.tla': mc,
    'Store.tla': store,
    'Inner.tla': inner,
    'MCStore.cfg': cfg,
  });
}
