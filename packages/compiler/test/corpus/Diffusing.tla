---- MODULE Diffusing ----
EXTENDS Integers, FiniteSets
CONSTANT N
Node == 0 .. N - 1
VARIABLES active, owes, parent
vars == <<active, owes, parent>>
RECURSIVE Sum(_, _)
Sum(f, S) == IF S = {} THEN 0 ELSE LET i == CHOOSE j \in S : TRUE IN f[i] + Sum(f, S \ {i})
Init == /\ active = [i \in Node |-> i = 0]
        /\ owes = [i \in Node |-> 0]
        /\ parent = [i \in Node |-> IF i = 0 THEN 0 ELSE -1]
Wake(i, j) == /\ active[i] /\ ~active[j] /\ parent[j] = -1 /\ i # j
              /\ active' = [active EXCEPT ![j] = TRUE]
              /\ parent' = [parent EXCEPT ![j] = i]
              /\ owes' = [owes EXCEPT ![i] = @ + 1]
Rest(i) == active[i] /\ active' = [active EXCEPT ![i] = FALSE] /\ UNCHANGED <<owes, parent>>
Leave(i) == /\ ~active[i] /\ owes[i] = 0 /\ i # 0 /\ parent[i] # -1
            /\ owes' = [owes EXCEPT ![parent[i]] = @ - 1]
            /\ parent' = [parent EXCEPT ![i] = -1]
            /\ UNCHANGED active
Done == ~active[0] /\ owes[0] = 0
Next == \E i \in Node : Rest(i) \/ Leave(i) \/ \E j \in Node : Wake(i, j)
Spec == Init /\ [][Next]_vars
Children(i) == {j \in Node \ {0} : parent[j] = i}
Counted == \A i \in Node : owes[i] = Cardinality(Children(i))
Total == Sum(owes, Node) = Cardinality({i \in Node \ {0} : parent[i] # -1})
Safe == Done => \A i \in Node : ~active[i]
====
