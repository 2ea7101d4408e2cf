------------------------------ MODULE MCTerms ------------------------------
(* A model of Terms: three nodes, two of which stand for election, one of them twice. *)
EXTENDS Terms

CONSTANTS n1, n2, n3

MCStanding == {<<1, n1>>, <<1, n2>>, <<2, n2>>}
=============================================================================
