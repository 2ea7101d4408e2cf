---- MODULE Cells ----
\* Two cells that take turns; each is a cell, by an instance with its own variables and a parameter.
EXTENDS Naturals
CONSTANT Index
VARIABLES cells, history, turn
vars == <<cells, history, turn>>
Text == {"a", "b"}
C(i) == INSTANCE Cell WITH Value <- Text, held <- cells[i], written <- history[i]
First == INSTANCE Cell WITH held <- cells[1], written <- history[1], Value <- Text
Init == cells = [i \in Index |-> "none"] /\ history = [i \in Index |-> {}] /\ turn \in Index
Move(i) ==
  /\ turn = i
  /\ \/ \E v \in Text :
          /\ cells[i] = First!None
          /\ cells' = [cells EXCEPT ![i] = v]
          /\ history' = [history EXCEPT ![i] = @ \union {v}]
     \/ /\ cells[i] # First!None
        /\ cells' = [cells EXCEPT ![i] = "none"]
        /\ UNCHANGED history
  /\ turn' \in Index
Next == \E i \in Index : Move(i)
Spec == Init /\ [][Next]_vars
FirstSpec == First!Spec
EachStep == [][\A i \in Index : C(i)!Next \/ UNCHANGED <<cells[i], history[i]>>]_vars
EachKept == \A i \in Index : C(i)!Kept
====
