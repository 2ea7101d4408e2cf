------------------------------ MODULE MCVoting ------------------------------
(* Voting with three acceptors, any two of which are a quorum, two values  *)
(* and ballots 0..2; the constants are in MCVoting.cfg.                    *)
EXTENDS Voting

(* The theorem Implementation under a name that a cfg file can give.       *)
ImplementsConsensus == C!Spec
=============================================================================
