------------------------------ MODULE Entries ------------------------------
(***************************************************************************)
(* How a leader replicates its log to the other nodes, and what it may     *)
(* call committed.  As there is one leader only, logs are as good as their *)
(* lengths; when the others learn what is committed is left out.           *)
(***************************************************************************)
EXTENDS Naturals

CONSTANTS Node,      \* the nodes
          Leader,    \* the one that leads
          Quorum,    \* sets of nodes of which any two intersect
          MaxLength  \* a bound on logs, for TLC

VARIABLES length,  \* length[n]: how many entries n has
          sent,    \* sent[n]: how many of them the leader has sent to n
          acked,   \* acked[n]: how many n has acknowledged to the leader
          commit   \* how many are committed, as the leader knows

vars == <<length, sent, acked, commit>>

Follower == Node \ {Leader}

Init ==
  /\ length = [n \in Node |-> 0]
  /\ sent = [n \in Follower |-> 0]
  /\ acked = [n \in Follower |-> 0]
  /\ commit = 0

\* The leader takes an entry from a client.
Append ==
  /\ length[Leader] < MaxLength
  /\ length' = [length EXCEPT ![Leader] = @ + 1]
  /\ UNCHANGED <<sent, acked, commit>>

\* It sends n what n may lack.
Send(n) ==
  /\ sent' = [sent EXCEPT ![n] = length[Leader]]
  /\ UNCHANGED <<length, acked, commit>>

\* n takes over what was sent to it.
Receive(n) ==
  /\ length' = [length EXCEPT ![n] = sent[n]]
  /\ UNCHANGED <<sent, acked, commit>>

\* The leader hears from n that it has i entries, which it did not know.
Acknowledge(n, i) ==
  /\ i \in acked[n] + 1..length[n]
  /\ acked' = [acked EXCEPT ![n] = i]
  /\ UNCHANGED <<length, sent, commit>>

\* A quorum has i entries.
Commit(i) ==
  /\ i \in commit + 1..length[Leader]
  /\ \E Q \in Quorum : \A n \in Q \ {Leader} : acked[n] >= i
  /\ commit' = i
  /\ UNCHANGED <<length, sent, acked>>

Next == \/ Append
        \/ \E n \in Follower : Send(n) \/ Receive(n) \/ \E i \in 1..MaxLength : Acknowledge(n, i)
        \/ \E i \in 1..MaxLength : Commit(i)

\* What is committed is in the logs of a quorum.
Durable == \E Q \in Quorum : \A n \in Q : length[n] >= commit
=============================================================================
