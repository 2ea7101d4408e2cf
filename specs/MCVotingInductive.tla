------------------------- MODULE MCVotingInductive --------------------------
(* Inv of Voting is inductive: from every state that satisfies it, whether *)
(* it can be reached or not, each step leads to one that satisfies it.     *)
(* Three acceptors, two values, ballots 0..1; the constants are in         *)
(* MCVotingInductive.cfg.                                                  *)
EXTENDS Voting

(* The theorems of Voting under names that a cfg file can give.            *)
AllSafeAtZeroHolds == AllSafeAtZero
ChoosableThmHolds == ChoosableThm
ShowsSafetyHolds == ShowsSafety
VotesSafeImpliesConsistencyHolds == VotesSafeImpliesConsistency
=============================================================================
