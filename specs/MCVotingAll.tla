---------------------------- MODULE MCVotingAll -----------------------------
(* Every state of Voting that satisfies TypeOK, whether it can be reached  *)
(* or not, and no steps: the theorems that are said of a single state are  *)
(* not lemmas about reachable states only. Three acceptors, two values,    *)
(* ballots 0..1; the constants are in MCVotingAll.cfg.                     *)
EXTENDS Voting

NoStep == /\ FALSE
          /\ UNCHANGED <<votes, maxBal>>

(* The theorems of Voting under names that a cfg file can give.            *)
AllSafeAtZeroHolds == AllSafeAtZero
ChoosableThmHolds == ChoosableThm
ShowsSafetyHolds == ShowsSafety
VotesSafeImpliesConsistencyHolds == VotesSafeImpliesConsistency
=============================================================================
