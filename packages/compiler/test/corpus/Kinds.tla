---- MODULE Kinds ----
\* A variable of several kinds, compared with a model value, which is allowed, and then with a number, which is not.
EXTENDS Naturals
CONSTANT Null
VARIABLE slot
Init == slot = Null
Next ==
  \/ slot = Null /\ slot' \in {{1}, {2}}
  \/ slot # Null /\ slot = 1 /\ slot' = Null
====
