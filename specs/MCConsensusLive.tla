-------------------------- MODULE MCConsensusLive --------------------------
(* Whether Consensus chooses, with two values; the constants are in        *)
(* MCConsensusLive.cfg.                                                    *)
EXTENDS Consensus

CONSTANT Dropped        \* the names of the conjuncts that are left out

ASSUME Dropped \subseteq {"Next"}

(* LiveSpec, unless a conjunct is dropped.                                 *)
WeakenedLiveSpec ==
   /\ Spec
   /\ "Next" \notin Dropped => WF_chosen(Next)
=============================================================================
