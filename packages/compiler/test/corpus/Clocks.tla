---- MODULE Clocks ----
\* Logical clocks, synchronised by messages that are tuples; compared lexically with the process.
EXTENDS Integers, Sequences
CONSTANTS Process, Last
VARIABLES clock, net
vars == <<clock, net>>
Before(s, t) == \/ s[1] < t[1]
                \/ s[1] = t[1] /\ s[2] < t[2]
Larger(a, b) == IF a > b THEN a ELSE b
Init == clock = [p \in Process |-> 0] /\ net = [pq \in Process \X Process |-> <<>>]
Tick(p) == clock[p] < Last /\ clock' = [clock EXCEPT ![p] = @ + 1]
Send(p, q) ==
  /\ p # q
  /\ Len(net[p, q]) < 2
  /\ Tick(p)
  /\ net' = [net EXCEPT ![p, q] = Append(@, <<clock'[p], p>>)]
Receive(p, q) ==
  /\ net[<<p, q>>] # <<>>
  /\ LET stamp == Head(net[p, q]) IN
       /\ stamp[1] <= Last - 1
       /\ clock' = [clock EXCEPT ![q] = Larger(@, stamp[1]) + 1]
       /\ Before(stamp, <<clock'[q], q>>)
  /\ net' = [net EXCEPT ![p, q] = Tail(@)]
  /\ clock'[q] <= Last
Next == \E <<p, q>> \in Process \X Process : Send(p, q) \/ Receive(p, q)
Spec == Init /\ [][Next]_vars
InOrder == \A pq \in DOMAIN net : \A i, j \in DOMAIN net[pq] : i < j => Before(net[pq][i], net[pq][j])
Grows == [][\A p \in Process : clock'[p] >= clock[p]]_vars
====
