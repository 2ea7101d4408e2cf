---- MODULE Lopsided ----
\* SYMMETRY says that two names can change places, of which the states know only one: TLC takes states for one another all the same.
EXTENDS Naturals, TLC
CONSTANTS a, b, c
VARIABLES who, steps
Init == who = b /\ steps = 0
Next == steps < 3 /\ who' \in {b, c} /\ steps' = steps + 1
Same == Permutations({a, b})
Late == who = b => steps < 3
====
