---- MODULE Cell ----
\* One cell that holds a value or nothing: instantiated by Cells with parameters.
CONSTANT Value
VARIABLES held, written
None == "none"
Init == held = None /\ written = {}
Write(v) == held = None /\ held' = v /\ written' = written \union {v}
Clear == held # None /\ held' = None /\ UNCHANGED written
Next == Clear \/ \E v \in Value : Write(v)
Spec == Init /\ [][Next]_<<held, written>>
Kept == held = None \/ held \in written
====
