---------------------------- MODULE MCPaxosLarge ----------------------------
(* Paxos with three acceptors, any two of which are a quorum, two values   *)
(* and ballots 0..3; the constants are in MCPaxosLarge.cfg.                *)
EXTENDS Paxos

(* The theorem Implementation, and what follows from it with the theorem   *)
(* of that name in Voting, under names that a cfg file can give.           *)
ImplementsVoting == V!Spec
ImplementsConsensus == V!C!Spec
=============================================================================
