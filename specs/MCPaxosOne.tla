----------------------------- MODULE MCPaxosOne -----------------------------
(* Paxos with one acceptor, which is a quorum by itself, one value and     *)
(* ballots 0..1; the constants are in MCPaxosOne.cfg.                      *)
EXTENDS Paxos

(* The theorem Implementation, and what follows from it with the theorem   *)
(* of that name in Voting, under names that a cfg file can give.           *)
ImplementsVoting == V!Spec
ImplementsConsensus == V!C!Spec
=============================================================================
