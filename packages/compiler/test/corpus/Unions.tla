---- MODULE Unions ----
(* Mail in boxes: what is taken from, or asked of, several sets at once. Where these are not listed, each counts. *)
EXTENDS Naturals
VARIABLES boxes, taken, turn

Box == {1, 2, 3}
Letters == {"a", "b"}
Kinds == [to : {1, 2}, what : {"a"}] \union [to : {2, 3}, what : {"a", "b"}]
Numbers == UNION {1..2, 2..3}
From(least) == UNION {least..3, 2..3}
Range(f) == {f[i] : i \in DOMAIN f}

Init == /\ boxes = [b \in Box |-> {}]
        /\ taken = 0
        /\ turn \in 1..2

Post == /\ \E k \in Kinds : boxes' = [boxes EXCEPT ![k.to] = @ \union {k.what}]
        /\ UNCHANGED <<taken, turn>>

Take == /\ \E letter \in UNION Range(boxes) : boxes' = [b \in Box |-> boxes[b] \ {letter}]
        /\ taken' \in {n \in Numbers : n > taken}
        /\ UNCHANGED turn

Turn == /\ LET Those == From(turn) IN \E n \in Those : turn' = n % 3
        /\ \A n \in Numbers : n < 2 \/ taken < n + 1 \/ turn > 0
        /\ UNCHANGED <<boxes, taken>>

Settle == /\ \A n \in UNION {1..turn, 1..2} : taken' = 0 /\ (n > 1 \/ turn = 1)
          /\ \A <<n, m>> \in UNION {(1..2) \X (1..2), (2..2) \X (1..2)} : turn' = turn /\ (n < m \/ n > 0)
          /\ UNCHANGED boxes

Next == Post \/ Take \/ Turn \/ Settle
====
