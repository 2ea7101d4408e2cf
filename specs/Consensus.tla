----------------------------- MODULE Consensus -----------------------------
(***************************************************************************)
(* What agreement is, before anything is said of how to reach it.          *)
(*                                                                         *)
(* The whole state is one variable: the set of values that have been       *)
(* chosen. It starts empty, at most one step ever changes it, and that     *)
(* step puts a single proposed value into it. A system reaches consensus   *)
(* when each of its steps, looked at through some mapping, is either this  *)
(* step or no step at all. Voting and Paxos are held to exactly that.      *)
(*                                                                         *)
(* The modules Consensus, Voting and Paxos have the structure and the      *)
(* names of Leslie Lamport's modules for his lecture "The Paxos algorithm, *)
(* or how to win a Turing Award".                                          *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets

CONSTANT Value          \* the values that may be proposed

VARIABLE chosen         \* those that have been chosen

TypeOK == /\ chosen \subseteq Value
          /\ IsFiniteSet(chosen)

Init == chosen = {}

(***************************************************************************)
(* Choosing happens once. Afterwards the guard is false for ever, so a     *)
(* value is never replaced, never joined by another, and never forgotten.  *)
(***************************************************************************)
Next == /\ chosen = {}
        /\ \E v \in Value : chosen' = {v}

Spec == Init /\ [][Next]_chosen
-----------------------------------------------------------------------------
(***************************************************************************)
(* Agreement, as something that can be seen in one state.                  *)
(***************************************************************************)
Inv == /\ TypeOK
       /\ Cardinality(chosen) <= 1

THEOREM Invariance == Spec => []Inv
-----------------------------------------------------------------------------
(***************************************************************************)
(* So far a system may do nothing at all. It chooses if it goes on trying: *)
(* a step that remains possible is taken in the end.                       *)
(***************************************************************************)
LiveSpec == Spec /\ WF_chosen(Next)

Success == <>(chosen # {})

THEOREM Liveness == Value # {} => (LiveSpec => Success)
=============================================================================
