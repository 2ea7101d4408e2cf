---- MODULE Queue ----
\* A bounded queue with producers and consumers that wait, as in the puzzle of the lost wake-up.
EXTENDS Naturals, Sequences, FiniteSets
CONSTANTS Producer, Consumer, Capacity
ASSUME Producer \intersect Consumer = {} /\ Capacity \in Nat \ {0}
VARIABLES buffer, waiting
vars == <<buffer, waiting>>
Running == (Producer \union Consumer) \ waiting

Wake(rest) == IF waiting # {} THEN \E t \in waiting : waiting' = waiting \ {t} ELSE UNCHANGED waiting
Wait(t) == waiting' = waiting \union {t} /\ UNCHANGED buffer

Put(t) ==
  \/ Len(buffer) < Capacity /\ buffer' = Append(buffer, t) /\ Wake(buffer')
  \/ Len(buffer) = Capacity /\ Wait(t)
Get(t) ==
  \/ buffer # <<>> /\ buffer' = Tail(buffer) /\ Wake(buffer')
  \/ buffer = <<>> /\ Wait(t)

Init == buffer = <<>> /\ waiting = {}
Next == \E t \in Running : IF t \in Producer THEN Put(t) ELSE Get(t)
Spec == Init /\ [][Next]_vars

TypeOK == buffer \in Seq(Producer) /\ Len(buffer) \in 0..Capacity /\ waiting \subseteq Producer \union Consumer
SomebodyRuns == Running # {}
====
