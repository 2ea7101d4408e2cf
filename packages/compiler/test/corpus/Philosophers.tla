---- MODULE Philosophers ----
\* Each takes the left fork first: all of them can starve, which TLC reports as a deadlock.
EXTENDS Naturals
CONSTANT N
ASSUME N \in Nat /\ N > 1
VARIABLES fork, phase
P == 0..(N - 1)
Right(p) == (p + 1) % N
Nobody == N

Init == fork = [f \in P |-> Nobody] /\ phase = [p \in P |-> "thinks"]

Take(p, f, next) ==
  /\ fork[f] = Nobody
  /\ fork' = [fork EXCEPT ![f] = p]
  /\ phase' = [phase EXCEPT ![p] = next]

TakeLeft(p) == phase[p] = "thinks" /\ Take(p, p, "waits")
TakeRight(p) == phase[p] = "waits" /\ Take(p, Right(p), "eats")
PutDown(p) ==
  /\ phase[p] = "eats"
  /\ fork' = [fork EXCEPT ![p] = Nobody, ![Right(p)] = Nobody]
  /\ phase' = [phase EXCEPT ![p] = "thinks"]

Next == \E p \in P : TakeLeft(p) \/ TakeRight(p) \/ PutDown(p)
NeighboursDoNotEat == \A p \in P : ~(phase[p] = "eats" /\ phase[Right(p)] = "eats")
====
