---- MODULE Buffer ----
EXTENDS Naturals, Sequences, FiniteSets
CONSTANTS Producers, Consumers, Size
(* --algorithm Buffer
variables queue = <<>>, taken = [c \in Consumers |-> <<>>];
process producer \in Producers variable n = 0;
begin P: while n < 2 do await Len(queue) < Size; queue := Append(queue, <<self, n>>); n := n + 1; end while; end process
process consumer \in Consumers
begin C: while TRUE do with item = Head(queue) do taken[self] := Append(taken[self], item); queue := Tail(queue); end with; end while; end process
end algorithm *)
\* BEGIN TRANSLATION
VARIABLES queue, taken, pc, n

vars == << queue, taken, pc, n >>

ProcSet == (Producers) \cup (Consumers)

Init == (* Global variables *)
        /\ queue = <<>>
        /\ taken = [c \in Consumers |-> <<>>]
        (* Process producer *)
        /\ n = [self \in Producers |-> 0]
        /\ pc = [self \in ProcSet |-> CASE self \in Producers -> "P"
                                        [] self \in Consumers -> "C"]

P(self) == /\ pc[self] = "P"
           /\ IF n[self] < 2
                 THEN /\ Len(queue) < Size
                      /\ queue' = Append(queue, <<self, n[self]>>)
                      /\ n' = [n EXCEPT ![self] = n[self] + 1]
                      /\ pc' = [pc EXCEPT ![self] = "P"]
                 ELSE /\ pc' = [pc EXCEPT ![self] = "Done"]
                      /\ UNCHANGED << queue, n >>
           /\ taken' = taken

producer(self) == P(self)

C(self) == /\ pc[self] = "C"
           /\ Len(queue) > 0
           /\ LET item == Head(queue) IN
                /\ taken' = [taken EXCEPT ![self] = Append(taken[self], item)]
                /\ queue' = Tail(queue)
           /\ pc' = [pc EXCEPT ![self] = "C"]
           /\ n' = n

consumer(self) == C(self)

Next == (\E self \in Producers: producer(self))
           \/ (\E self \in Consumers: consumer(self))

Spec == Init /\ [][Next]_vars
\* END TRANSLATION
All == {taken[c][i] : <<c, i>> \in {<<d, j>> \in Consumers \X (1..4) : j \in DOMAIN taken[d]}}
Bounded == Len(queue) <= Size
Once == Cardinality(All) + Len(queue) = n[CHOOSE p \in Producers : TRUE] + n[CHOOSE q \in Producers : q # CHOOSE p \in Producers : TRUE]
====
