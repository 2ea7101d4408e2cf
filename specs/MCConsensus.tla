---------------------------- MODULE MCConsensus -----------------------------
(* Consensus with three values; the constants are in MCConsensus.cfg.      *)
EXTENDS Consensus
=============================================================================
