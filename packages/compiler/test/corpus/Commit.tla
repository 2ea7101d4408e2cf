---- MODULE Commit ----
(* Two-phase commit: participants vote, a coordinator decides, by messages that are never lost or taken back. *)
EXTENDS Naturals, FiniteSets, TLC
CONSTANTS Participant, None
VARIABLES phase, coordinator, sent

Vote(p, yes) == [type |-> "vote", from |-> p, yes |-> yes]
Message == [type : {"vote"}, from : Participant, yes : BOOLEAN] \union [type : {"decision"}, commit : BOOLEAN]
TypeOK == /\ phase \in [Participant -> {"working", "ready", "committed", "aborted"}]
          /\ coordinator \in [decided : BOOLEAN, for : BOOLEAN \union {None}]
          /\ sent \subseteq Message
Init == /\ phase = [p \in Participant |-> "working"]
        /\ coordinator = [decided |-> FALSE, for |-> None]
        /\ sent = {}
Votes(p) == \E yes \in BOOLEAN :
              /\ phase[p] = "working"
              /\ phase' = [phase EXCEPT ![p] = IF yes THEN "ready" ELSE "aborted"]
              /\ sent' = sent \union {Vote(p, yes)}
              /\ UNCHANGED coordinator
Decide(c) == /\ ~coordinator.decided
             /\ IF c THEN \A p \in Participant : Vote(p, TRUE) \in sent
                     ELSE \E m \in sent : m.type = "vote" /\ ~m.yes
             /\ coordinator' = [coordinator EXCEPT !.decided = TRUE, !.for = c]
             /\ sent' = sent \union {[type |-> "decision", commit |-> c]}
             /\ UNCHANGED phase
Learn(p) == \E m \in {n \in sent : n.type = "decision"} :
              /\ phase[p] \in {"working", "ready"}
              /\ phase' = [phase EXCEPT ![p] = IF m.commit THEN "committed" ELSE "aborted"]
              /\ UNCHANGED <<coordinator, sent>>
Next == (\E p \in Participant : Votes(p) \/ Learn(p)) \/ \E c \in BOOLEAN : Decide(c)
vars == <<phase, coordinator, sent>>
Spec == Init /\ [][Next]_vars
Agreement == ~ \E p, q \in Participant : phase[p] = "committed" /\ phase[q] = "aborted"
NobodyCommits == \A p \in Participant : phase[p] # "committed"
Stays == [][\A p \in Participant : phase[p] \in {"committed", "aborted"} => phase'[p] = phase[p]]_phase
Perms == Permutations(Participant)
====
