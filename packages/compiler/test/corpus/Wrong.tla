---- MODULE Wrong ----
\* Refines nothing: one step goes back.
EXTENDS Naturals
VARIABLES now, spare
vars == <<now, spare>>
Init == now = 0 /\ spare = {1, 2}
Forward == now < 5 /\ now' = now + 1 /\ spare' = spare \ {now}
Back == now = 4 /\ spare # {1, 2} /\ now' = 2 /\ UNCHANGED spare
Next == Forward \/ Back
Spec == Init /\ [][Next]_vars
O == INSTANCE One
Refines == O!Spec
====
