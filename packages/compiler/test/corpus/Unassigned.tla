---- MODULE Unassigned ----
\* One way through the action forgets a variable.
EXTENDS Naturals
VARIABLES n, mode
Init == n = 0 /\ mode = "up"
Next ==
  /\ n' = n + 1
  /\ IF n < 2 THEN mode' = mode ELSE n < 9
====
