---- MODULE Nobody ----
\* No initial state: TLC calls the depth 1.
VARIABLE place
Init == place \in {}
Next == place' = place
====
