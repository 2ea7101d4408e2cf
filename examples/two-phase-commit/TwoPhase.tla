------------------------------- MODULE TwoPhase -------------------------------
(***************************************************************************)
(* A transaction that several participants carry out together, or none.    *)
(*                                                                         *)
(* The coordinator asks everybody to prepare. A participant answers yes,   *)
(* and from then on may do nothing until it is told the outcome; or no,    *)
(* and has aborted. When all have said yes the coordinator may decide to   *)
(* commit; as long as it has decided nothing, it may decide to abort.      *)
(*                                                                         *)
(* Processes know of each other only what messages tell them. mail holds   *)
(* every message ever sent: one can be received late, by several, and more *)
(* than once, and a message lost is a message that nobody receives.        *)
(***************************************************************************)
CONSTANT Participant

Decision == {"commit", "abort"}

VARIABLES coordinator,  \* "idle", "waiting", or what it has decided
          yes,          \* the participants whose yes it has received
          participant,  \* participant[p]: "working", "prepared", or how it ended
          mail          \* all messages sent so far

vars == <<coordinator, yes, participant, mail>>

Message == [type : {"prepare"}]
      \cup [type : {"yes", "no"}, from : Participant]
      \cup [type : {"decision"}, is : Decision]

TypeOK == /\ coordinator \in {"idle", "waiting"} \cup Decision
          /\ yes \subseteq Participant
          /\ participant \in [Participant -> {"working", "prepared"} \cup Decision]
          /\ mail \subseteq Message

Init == /\ coordinator = "idle"
        /\ yes = {}
        /\ participant = [p \in Participant |-> "working"]
        /\ mail = {}
-----------------------------------------------------------------------------
Send(m) == mail' = mail \cup {m}

(***************************************************************************)
(* The coordinator.                                                        *)
(***************************************************************************)
AskAll ==
   /\ coordinator = "idle"
   /\ coordinator' = "waiting"
   /\ Send([type |-> "prepare"])
   /\ UNCHANGED <<yes, participant>>

CountYes(p) ==
   /\ coordinator = "waiting"
   /\ [type |-> "yes", from |-> p] \in mail
   /\ yes' = yes \cup {p}
   /\ UNCHANGED <<coordinator, participant, mail>>

(***************************************************************************)
(* It commits only what everybody can. It may abort for any reason: it has *)
(* received a no, it has waited long enough.                               *)
(***************************************************************************)
Decide(d) ==
   /\ coordinator = "waiting"
   /\ d = "commit" => yes = Participant
   /\ coordinator' = d
   /\ Send([type |-> "decision", is |-> d])
   /\ UNCHANGED <<yes, participant>>

(***************************************************************************)
(* A participant.                                                          *)
(***************************************************************************)
VoteYes(p) ==
   /\ participant[p] = "working"
   /\ [type |-> "prepare"] \in mail
   /\ participant' = [participant EXCEPT ![p] = "prepared"]
   /\ Send([type |-> "yes", from |-> p])
   /\ UNCHANGED <<coordinator, yes>>

VoteNo(p) ==
   /\ participant[p] = "working"
   /\ [type |-> "prepare"] \in mail
   /\ participant' = [participant EXCEPT ![p] = "abort"]
   /\ Send([type |-> "no", from |-> p])
   /\ UNCHANGED <<coordinator, yes>>

(***************************************************************************)
(* A participant learns what was decided. One that has not voted yet can   *)
(* be told only to abort.                                                  *)
(***************************************************************************)
Finish(p, d) ==
   /\ participant[p] \in {"working", "prepared"}
   /\ [type |-> "decision", is |-> d] \in mail
   /\ participant' = [participant EXCEPT ![p] = d]
   /\ UNCHANGED <<coordinator, yes, mail>>

Next == \/ AskAll
        \/ \E d \in Decision : Decide(d)
        \/ \E p \in Participant : \/ CountYes(p)
                                  \/ VoteYes(p)
                                  \/ VoteNo(p)
                                  \/ \E d \in Decision : Finish(p, d)

Spec == Init /\ [][Next]_vars
-----------------------------------------------------------------------------
(***************************************************************************)
(* What was decided: {}, {"commit"} or {"abort"}.                          *)
(***************************************************************************)
Decided == {m.is : m \in {n \in mail : n.type = "decision"}}

(***************************************************************************)
(* Those who can do nothing but wait, and hold their locks meanwhile.      *)
(***************************************************************************)
Blocked == {p \in Participant : participant[p] = "prepared" /\ Decided = {}}

(***************************************************************************)
(* All or none.                                                            *)
(***************************************************************************)
Consistent == \A p, q \in Participant :
                 ~ (participant[p] = "commit" /\ participant[q] = "abort")

(***************************************************************************)
(* Nobody's commit comes as a surprise to somebody else.                   *)
(***************************************************************************)
Unanimous == "commit" \in Decided =>
                \A p \in Participant : [type |-> "yes", from |-> p] \in mail

THEOREM Spec => [](TypeOK /\ Consistent /\ Unanimous)
===============================================================================
