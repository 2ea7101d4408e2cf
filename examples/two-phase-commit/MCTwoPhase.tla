----------------------------- MODULE MCTwoPhase -----------------------------
(* TwoPhase with three participants; they are named in MCTwoPhase.cfg.     *)
EXTENDS TwoPhase
=============================================================================
