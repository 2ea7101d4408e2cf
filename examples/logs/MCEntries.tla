----------------------------- MODULE MCEntries -----------------------------
(* A model of Entries, and what has TLC write down its states and steps: see docs/mapping.md. *)
EXTENDS Entries, TLC

PrintState == PrintT(<<"S", vars>>)

PrintStep == PrintT(<<"T", vars,
  UNION {
    {<<"Append",  <<>>>> : x \in {x \in {0} : Append}},
    {<<"Send",    <<n>>>> : n \in {n \in Follower : Send(n)}},
    {<<"Receive", <<n>>>> : n \in {n \in Follower : Receive(n)}},
    {<<"Acknowledge", a>> : a \in {a \in Follower \X (1..MaxLength) : Acknowledge(a[1], a[2])}},
    {<<"Commit",  <<i>>>> : i \in {i \in 1..MaxLength : Commit(i)}}
  }, vars'>>)
=============================================================================
