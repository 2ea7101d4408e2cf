-------------------------- MODULE MCPaxosWeighted ---------------------------
(* Paxos with four acceptors of which a1 weighs as much as two others: a1  *)
(* and any other are a quorum, and so are the other three together. Two    *)
(* values, ballots 0..1; the constants are in MCPaxosWeighted.cfg.         *)
EXTENDS Paxos

(* The theorem Implementation, and what follows from it with the theorem   *)
(* of that name in Voting, under names that a cfg file can give.           *)
ImplementsVoting == V!Spec
ImplementsConsensus == V!C!Spec
=============================================================================
