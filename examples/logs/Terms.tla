------------------------------- MODULE Terms -------------------------------
(***************************************************************************)
(* Who leads in which term: an election among a few nodes, as far as terms *)
(* and votes go.  That a node has voted is known to all from then on; how  *)
(* the others hear of it is left out.                                      *)
(***************************************************************************)
EXTENDS Naturals

CONSTANTS Node,     \* the nodes
          Standing, \* who may stand for election in which term, <<t, n>>: it bounds the model
          Quorum,   \* sets of nodes of which any two intersect
          None      \* no node

VARIABLES term,  \* term[n]: the last term that n knows of
          vote,  \* vote[n]: whom n has voted for in that term, or None
          role,  \* role[n]: "follower", "candidate" or "leader"
          votes  \* every vote there was: <<term, from whom, for whom>>

vars == <<term, vote, role, votes>>

Init ==
  /\ term = [n \in Node |-> 0]
  /\ vote = [n \in Node |-> None]
  /\ role = [n \in Node |-> "follower"]
  /\ votes = {}

\* n enters term t as r, having voted for v.
Enter(n, t, r, v) ==
  /\ term' = [term EXCEPT ![n] = t]
  /\ role' = [role EXCEPT ![n] = r]
  /\ vote' = [vote EXCEPT ![n] = v]

\* n has heard of no leader for too long: it stands for election, and votes for itself.
Stand(n) ==
  /\ role[n] # "leader"
  /\ <<term[n] + 1, n>> \in Standing
  /\ Enter(n, term[n] + 1, "candidate", n)
  /\ votes' = votes \cup {<<term[n] + 1, n, n>>}

\* n votes for c, who stands in term t.
Vote(n, c, t) ==
  /\ n # c
  /\ <<t, c, c>> \in votes
  /\ \/ t > term[n]
     \/ t = term[n] /\ vote[n] = None
  /\ Enter(n, t, "follower", c)
  /\ votes' = votes \cup {<<t, n, c>>}

\* A quorum has voted for n.
Lead(n) ==
  /\ role[n] = "candidate"
  /\ \E Q \in Quorum : \A m \in Q : <<term[n], m, n>> \in votes
  /\ role' = [role EXCEPT ![n] = "leader"]
  /\ UNCHANGED <<term, vote, votes>>

\* n hears of a later term than its own, or of another leader of its own.
Follow(n) ==
  /\ \E m \in Node : \/ term[m] > term[n] /\ Enter(n, term[m], "follower", None)
                     \/ term[m] = term[n] /\ role[m] = "leader" /\ role[n] = "candidate"
                        /\ Enter(n, term[n], "follower", vote[n])
  /\ UNCHANGED votes

Next == \E n \in Node : \/ Stand(n) \/ Lead(n) \/ Follow(n)
                        \/ \E <<t, c>> \in Standing : Vote(n, c, t)

OneLeader == \A m, n \in Node : role[m] = "leader" /\ role[n] = "leader" /\ term[m] = term[n] => m = n
=============================================================================
