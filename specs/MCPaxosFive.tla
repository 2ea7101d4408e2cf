----------------------------- MODULE MCPaxosFive ----------------------------
(* Paxos with five acceptors, any three of which are a quorum, two values  *)
(* and ballots 0..1; the constants are in MCPaxosFive.cfg.                 *)
EXTENDS Paxos

(* The theorem Implementation, and what follows from it with the theorem   *)
(* of that name in Voting, under names that a cfg file can give.           *)
ImplementsVoting == V!Spec
ImplementsConsensus == V!C!Spec
=============================================================================
