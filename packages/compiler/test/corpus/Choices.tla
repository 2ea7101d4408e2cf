---- MODULE Choices ----
(* Sets to choose from, of every kind. What TLC has not listed it goes through part by part: what is in two parts is chosen twice. *)
EXTENDS Integers, Sequences, FiniteSets, TLC, Bags
VARIABLES case, choice, list, sets, record, some, bag

Quorums == {q \in SUBSET {1, 2, 3} : Cardinality(q) = 2}
Numbers == UNION {1..2, 2..3}
ASSUME 2 \in Numbers /\ \A n \in Numbers : n > 0
Listed == {1..2, 2..3}
ASSUME Cardinality(Listed) = 2
Messages == [kind : {"a", "b"}, n : 1..2] \union [kind : {"b", "c"}, n : 1..2]
Sequence == UNION {[1..n -> {1, 2}] : n \in 0..2}
From(least) == least..3
Joined(S) == S \union UNION {S, 2..4}
Each(F(_), S) == UNION {F(n) : n \in S}
Function == [n \in 1..3 |-> n]

Init == /\ case = 0 /\ choice = 0 /\ list = <<4, 5>> /\ sets = [n \in 1..2 |-> {n, n + 1}]
        /\ record = [a |-> {1, 2}, b |-> {2, 3}] /\ some = {1, 2} /\ bag = SetToBag({1, 2})

Unions(n) ==
  \/ n = 1 /\ choice' \in UNION Quorums
  \/ n = 2 /\ choice' \in UNION {q \union {1, 2} : q \in Quorums}
  \/ n = 3 /\ choice' \in UNION {{} \union (1..k) : k \in 1..3}
  \/ n = 4 /\ choice' \in UNION {{1} \union (1..k) : k \in 1..3}
  \/ n = 5 /\ choice' \in UNION {(1..3) \ {1}, {2, 3}}
  \/ n = 6 /\ choice' \in UNION {sets[k] : k \in 1..2}
  \/ n = 7 /\ choice' \in UNION {record.a, record.b}
  \/ n = 8 /\ choice' \in UNION Listed
  \/ n = 9 /\ choice' \in UNION {TLCEval(1..2), {2, 3}}
  \/ n = 10 /\ choice' \in TLCEval(UNION {1..2, 2..3})
  \/ n = 11 /\ choice' \in UNION ({1..2} \union {2..3})
  \/ n = 12 /\ choice' \in UNION {Head(<<some, {5}>>), {5}, some}
  \/ n = 13 /\ choice' \in Each(From, some)
  \/ n = 14 /\ choice' \in Each(LAMBDA k : {k, 3}, some)
  \/ n = 15 /\ \E q \in Quorums : choice' \in UNION {q, {1}}
  \/ n = 16 /\ \E <<k, S>> \in some \X {1..2} : choice' \in UNION {S, {k}}

Domains(n) ==
  \/ n = 1 /\ choice' \in UNION {DOMAIN record, {"a"}}
  \/ n = 2 /\ choice' \in UNION {DOMAIN list, {1}}
  \/ n = 3 /\ choice' \in UNION {DOMAIN sets, {1}}
  \/ n = 4 /\ choice' \in UNION {DOMAIN Function, {1}}
  \/ n = 5 /\ choice' \in UNION {DOMAIN f : f \in [1..2 -> some]}
  \/ n = 6 /\ choice' \in UNION {DOMAIN f : f \in some \X some}
  \/ n = 7 /\ choice' \in UNION {DOMAIN (1 :> 2 @@ 3 :> 4), {1}}
  \/ n = 8 /\ choice' \in UNION {DOMAIN Append(list, 6), {1}}
  \/ n = 9 /\ choice' \in UNION {BagToSet(bag), {1}}

Others(n) ==
  \/ n = 1 /\ choice' \in Numbers
  \/ n = 2 /\ choice' \in {k \in Numbers : k > 1} \ {3}
  \/ n = 3 /\ choice' \in Messages
  \/ n = 4 /\ choice' \in {m \in Messages : m.n = 1}
  \/ n = 5 /\ choice' \in Sequence \union Sequence
  \/ n = 6 /\ choice' \in Joined(some)
  \/ n = 7 /\ choice' \in (SUBSET {1}) \union {{}, {1}, {5}}
  \/ n = 8 /\ choice' \in {{}, {1}, {5}} \union SUBSET {1}
  \/ n = 9 /\ choice' \in (some \X some) \intersect ((2..3) \X (1..2))
  \/ n = 10 /\ choice' \in IF some = {} THEN {1} \union {2} ELSE UNION {1..2, 2..3} \union (SUBSET {1})
  \/ n = 11 /\ choice' \in CASE some = {} -> Numbers [] 1 \in some -> (SUBSET {1}) \union (SUBSET {2}) [] OTHER -> {1}
  \/ n = 12 /\ LET T == UNION {1..2, 2..3} IN 1 \in T /\ choice' \in T \union T
  \/ n = 13 /\ choice' \in {1} \union {k \in UNION {1..2, 2..3, 1..3} : k > 1}

Next == /\ \E n \in 1..16 :
           \/ Unions(n) /\ case' = n
           \/ Domains(n) /\ case' = 20 + n
           \/ Others(n) /\ case' = 40 + n
        /\ case = 0
        /\ UNCHANGED <<list, sets, record, some, bag>>
====
