---- MODULE Counter ----
\* Two clocks implement one: a refinement by substitution, with fairness, and with an invariant that is false in the end.
EXTENDS Naturals
VARIABLES hours, minutes
vars == <<hours, minutes>>
Init == hours \in 0..1 /\ minutes = 0
Minute == minutes < 3 /\ minutes' = minutes + 1 /\ UNCHANGED hours
Hour == minutes = 3 /\ minutes' = 0 /\ hours' = hours + 1
Next == Minute \/ Hour
Spec == Init /\ [][Next]_vars /\ WF_vars(Next)
One == INSTANCE One WITH now <- hours * 4 + minutes
Refines == One!Spec
Early == hours < 3
====
