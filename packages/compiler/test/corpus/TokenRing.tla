---- MODULE TokenRing ----
\* Self-stabilising token ring with K states each; started anywhere.
EXTENDS Integers, FiniteSets
CONSTANTS N, K
VARIABLE c
Node == 0..N
Init == c \in [Node -> 0..(K - 1)]
Bottom == c[0] = c[N] /\ c' = [c EXCEPT ![0] = (c[N] + 1) % K]
Other(i) == c[i] # c[i - 1] /\ c' = [c EXCEPT ![i] = c[i - 1]]
Next == Bottom \/ \E i \in Node \ {0} : Other(i)
Spec == Init /\ [][Next]_c
Tokens == {i \in Node : IF i = 0 THEN c[0] = c[N] ELSE c[i] # c[i - 1]}
SomeToken == Tokens # {}
Legal == Cardinality(Tokens) = 1
StaysLegal == [][Legal => Legal']_c
NeverMore == [][Cardinality(Tokens') <= Cardinality(Tokens)]_c
====
