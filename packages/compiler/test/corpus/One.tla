---- MODULE One ----
EXTENDS Naturals
VARIABLE now
Init == now \in {0, 4}
Next == now' = now + 1
Spec == Init /\ [][Next]_now
====
