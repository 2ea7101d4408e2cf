---- MODULE Viewed ----
\* A counter of steps that a VIEW hides, and steps that ACTION_CONSTRAINT forbids.
EXTENDS Naturals
VARIABLES place, steps
Init == place = <<0, 0>> /\ steps = 0
Move(i, by) == place' = [place EXCEPT ![i] = (@ + by) % 5] /\ steps' = steps + 1
Next == \E i \in DOMAIN place, by \in {1, 2} : Move(i, by)
Where == place
Far == place # <<4, 4>> \/ steps < 20
NotBoth == place'[1] # 3 \/ place'[2] # 3
====
