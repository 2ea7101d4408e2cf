------------------------------ MODULE MCTerms ------------------------------
(* A model of Terms, and what has TLC write down its states and steps: see docs/mapping.md. *)
EXTENDS Terms, TLC

CONSTANTS n1, n2, n3

MCStanding == {<<1, n1>>, <<1, n2>>, <<2, n2>>}

PrintState == PrintT(<<"S", vars>>)

PrintStep == PrintT(<<"T", vars,
  UNION {
    {<<"Stand",  <<n>>>> : n \in {n \in Node : Stand(n)}},
    {<<"Vote",   <<n, s[2], s[1]>>>> : <<n, s>> \in {<<n, s>> \in Node \X Standing : Vote(n, s[2], s[1])}},
    {<<"Lead",   <<n>>>> : n \in {n \in Node : Lead(n)}},
    {<<"Follow", <<n>>>> : n \in {n \in Node : Follow(n)}}
  }, vars'>>)
=============================================================================
