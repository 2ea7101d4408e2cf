---- MODULE Ways ----
(* Conditions that are true in several ways, for every element of a set: TLC takes a step for each combination of these. *)
EXTENDS Naturals
VARIABLES turn, value, some

Init == turn = 0 /\ value = 0 /\ some = {1, 2}

Next == /\ turn < 9
        /\ turn' = turn + 1
        /\ \/ turn = 0 /\ \A e \in {1, 2, 3} : (e > 0 \/ e > 1) /\ value' = 1
           \/ turn = 1 /\ \A e \in {1, 2, 3} : value' = 1 /\ (e > 0 \/ e > 2) /\ (e > 0 \/ e > turn)
           \/ turn = 2 /\ (\A e \in some : \E d \in some : (d > 0 \/ e > 1) /\ (d > 0 \/ e > 0)) /\ value' = 2
           \/ turn = 3 /\ value' = 3 /\ \A e \in {1, 2, 3} : (\A d \in some : e \in some \/ e > d) /\ (e > 0 \/ e > 2)
           \/ turn = 4 /\ (IF 1 \in some THEN (1 \in some \/ 2 \in some) /\ (1 \in some \/ 2 \in some) ELSE FALSE) /\ value' = 4
           \/ turn = 5 /\ (((1 \in some \/ 2 \in some) /\ (1 \in some \/ 2 \in some)) \/ 3 \in some) /\ value' = 5
           \/ turn = 6 /\ \A e \in UNION {1..2, 2..3} : value' = 6 /\ (e > 0 \/ e > 1)
           \/ turn > 6 /\ value' \in some
        /\ some' = IF turn = 3 THEN {1, 2, 3} ELSE some
====
