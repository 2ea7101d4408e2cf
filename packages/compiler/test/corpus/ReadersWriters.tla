---- MODULE ReadersWriters ----
\* Readers and writers in a fair queue of requests, by tuples.
EXTENDS Naturals, Sequences, FiniteSets
CONSTANT Actor
VARIABLES readers, writers, queue
vars == <<readers, writers, queue>>
Kind == {"read", "write"}
ToSet(s) == {s[i] : i \in DOMAIN s}
Waiting(kind) == {request[2] : request \in {r \in ToSet(queue) : r[1] = kind}}
Idle == Actor \ (readers \union writers \union Waiting("read") \union Waiting("write"))

Init == readers = {} /\ writers = {} /\ queue = <<>>
Ask(a, kind) == a \in Idle /\ queue' = Append(queue, <<kind, a>>) /\ UNCHANGED <<readers, writers>>
Start ==
  /\ queue # <<>>
  /\ writers = {}
  /\ LET kind == Head(queue)[1]
         a == Head(queue)[2]
     IN CASE kind = "read" -> readers' = readers \union {a} /\ UNCHANGED writers
          [] kind = "write" -> readers = {} /\ writers' = {a} /\ UNCHANGED readers
  /\ queue' = Tail(queue)
Stop(a) ==
  /\ a \in readers \union writers
  /\ IF a \in readers THEN readers' = readers \ {a} /\ writers' = writers
                      ELSE writers' = writers \ {a} /\ readers' = readers
  /\ UNCHANGED queue
Next == Start \/ \E a \in Actor : Stop(a) \/ \E kind \in Kind : Ask(a, kind)
Spec == Init /\ [][Next]_vars
Safe == ~(readers # {} /\ writers # {}) /\ Cardinality(writers) <= 1
TypeOK == queue \in Seq(Kind \X Actor)
====
