---- MODULE Names ----
\* CHOOSE among strings and records: TLC's order is that in which it met the names, not the alphabet's.
EXTENDS FiniteSets, TLC
CONSTANT Colour
VARIABLES left, order, zebra
Init == left = {"zebra", "ant", "mule"} \union {"bee"} /\ order = <<>> /\ zebra = [c \in Colour |-> "ant"]
Animals == {[weight |-> 3, name |-> "ox"], [name |-> "cat", weight |-> 3]}
Next ==
  /\ left # {}
  /\ LET first == CHOOSE n \in left : TRUE
         colour == CHOOSE c \in Colour : TRUE
         animal == CHOOSE a \in Animals : TRUE
     IN /\ left' = left \ {first}
        /\ order' = <<first, animal.name, colour>>
        /\ zebra' = [zebra EXCEPT ![colour] = (CHOOSE n \in {"mule", first, "yak"} : n # first)]
====
