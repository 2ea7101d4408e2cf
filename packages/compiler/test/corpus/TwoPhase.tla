---- MODULE TwoPhase ----
\* Two-phase commit by messages in a set that only grows. Decisions never disagree.
EXTENDS FiniteSets
CONSTANT Participant
VARIABLES coordinator, vote, decided, sent
vars == <<coordinator, vote, decided, sent>>

Message == [kind : {"vote"}, from : Participant, yes : BOOLEAN] \union [kind : {"outcome"}, commit : BOOLEAN]

TypeOK ==
  /\ coordinator \in {"collecting", "committed", "aborted"}
  /\ vote \in [Participant -> {"none", "yes", "no"}]
  /\ decided \in [Participant -> {"open", "commit", "abort"}]
  /\ sent \subseteq Message

Init ==
  /\ coordinator = "collecting"
  /\ vote = [p \in Participant |-> "none"]
  /\ decided = [p \in Participant |-> "open"]
  /\ sent = {}

Vote(p, yes) ==
  /\ vote[p] = "none"
  /\ decided[p] = "open"
  /\ vote' = [vote EXCEPT ![p] = IF yes THEN "yes" ELSE "no"]
  /\ sent' = sent \union {[kind |-> "vote", from |-> p, yes |-> yes]}
  /\ UNCHANGED <<coordinator, decided>>

Votes(yes) == {m \in sent : m.kind = "vote" /\ m.yes = yes}

Commit ==
  /\ coordinator = "collecting"
  /\ Cardinality(Votes(TRUE)) = Cardinality(Participant)
  /\ coordinator' = "committed"
  /\ sent' = sent \union {[kind |-> "outcome", commit |-> TRUE]}
  /\ UNCHANGED <<vote, decided>>

Abort ==
  /\ coordinator = "collecting"
  /\ coordinator' = "aborted"
  /\ sent' = sent \union {[kind |-> "outcome", commit |-> FALSE]}
  /\ UNCHANGED <<vote, decided>>

Learn(p) ==
  /\ decided[p] = "open"
  /\ \E m \in sent :
       /\ m.kind = "outcome"
       /\ decided' = [decided EXCEPT ![p] = IF m.commit THEN "commit" ELSE "abort"]
  /\ UNCHANGED <<coordinator, vote, sent>>

Next ==
  \/ Commit
  \/ Abort
  \/ \E p \in Participant : Learn(p) \/ \E yes \in BOOLEAN : Vote(p, yes)

Spec == Init /\ [][Next]_vars

Agree == \A p, q \in Participant : ~(decided[p] = "commit" /\ decided[q] = "abort")
OnlyIfAllVoted == (\E p \in Participant : decided[p] = "commit") => \A p \in Participant : vote[p] = "yes"
====
