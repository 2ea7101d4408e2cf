------------------------------ MODULE MCVoting ------------------------------
(* Voting with three acceptors, any two of which are a quorum, two values  *)
(* and ballots 0..2; the constants are in MCVoting.cfg.                    *)
EXTENDS Voting

(* The theorems of Voting under names that a cfg file can give.            *)
AllSafeAtZeroHolds == AllSafeAtZero
ChoosableThmHolds == ChoosableThm
ShowsSafetyHolds == ShowsSafety
VotesSafeImpliesConsistencyHolds == VotesSafeImpliesConsistency
ImplementsConsensus == C!Spec
=============================================================================
