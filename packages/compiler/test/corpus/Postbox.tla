---- MODULE Postbox ----
\* Messages in a bag that lose their order and may be lost or doubled, within a constraint.
EXTENDS Naturals, Bags, TLC
CONSTANTS Sender, Most
VARIABLES bag, got, sent
vars == <<bag, got, sent>>
Letter == [by : Sender, number : 1..2]
Init == bag = EmptyBag /\ got = [s \in Sender |-> 0] /\ sent = [s \in Sender |-> 0]
Post(s) ==
  /\ sent[s] < 2
  /\ sent' = [sent EXCEPT ![s] = @ + 1]
  /\ bag' = bag (+) SetToBag({[by |-> s, number |-> sent'[s]]})
  /\ UNCHANGED got
Double == \E m \in BagToSet(bag) : bag' = bag (+) (m :> 1) /\ UNCHANGED <<got, sent>>
Lose == \E m \in DOMAIN bag : bag' = bag (-) (m :> 1) /\ UNCHANGED <<got, sent>>
Deliver ==
  \E m \in {n \in Letter : BagIn(n, bag)} :
    /\ got' = [got EXCEPT ![m.by] = IF m.number > @ THEN m.number ELSE @]
    /\ bag' = bag (-) SetToBag({m})
    /\ UNCHANGED sent
Next == Double \/ Lose \/ Deliver \/ \E s \in Sender : Post(s)
Spec == Init /\ [][Next]_vars
Few == BagCardinality(bag) <= Most
TypeOK == IsABag(bag) /\ BagToSet(bag) \subseteq Letter /\ \A m \in Letter : CopiesIn(m, bag) <= Most + 1
NotAhead == \A s \in Sender : got[s] <= sent[s]
Permuted == Permutations(Sender)
====
