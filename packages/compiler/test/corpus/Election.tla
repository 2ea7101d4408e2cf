---- MODULE Election ----
\* Leader election in a ring by the largest identity; messages are a bag, as records counted by a function.
EXTENDS Naturals, Bags, FiniteSets
CONSTANT N
VARIABLES inbox, leader
Node == 1..N
vars == <<inbox, leader>>
Identity(n) == ((n * 2) % (N + 1)) + (IF n * 2 > N THEN N ELSE 0)
Next1(n) == IF n = N THEN 1 ELSE n + 1
Max(S) == CHOOSE x \in S : \A y \in S : x >= y

Init ==
  /\ inbox = [n \in Node |-> SetToBag({Identity(m) : m \in {k \in Node : Next1(k) = n}})]
  /\ leader = [n \in Node |-> FALSE]
Receive(n) ==
  \E id \in BagToSet(inbox[n]) :
    LET rest == inbox[n] (-) SetToBag({id})
    IN CASE id > Identity(n) ->
              /\ inbox' = [inbox EXCEPT ![n] = rest, ![Next1(n)] = @ (+) SetToBag({id})]
              /\ UNCHANGED leader
         [] id < Identity(n) -> inbox' = [inbox EXCEPT ![n] = rest] /\ UNCHANGED leader
         [] OTHER -> inbox' = [inbox EXCEPT ![n] = rest] /\ leader' = [leader EXCEPT ![n] = TRUE]
Duplicate(n) ==
  /\ BagCardinality(inbox[n]) = 1
  /\ inbox' = [inbox EXCEPT ![n] = @ (+) @]
  /\ UNCHANGED leader
Next == \E n \in Node : Receive(n) \/ Duplicate(n)
Spec == Init /\ [][Next]_vars
OnlyMax == \A n \in Node : leader[n] => Identity(n) = Max({Identity(m) : m \in Node})
Bags == \A n \in Node : IsABag(inbox[n])
Few == \A n \in Node : BagCardinality(inbox[n]) <= 3
====
