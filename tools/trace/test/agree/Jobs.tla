-------------------------------- MODULE Jobs --------------------------------
(* Two jobs are put into a queue and taken from it by two workers, each     *)
(* once; a worker may look at what was done last. Values of every kind, and *)
(* two initial states.                                                      *)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS x, y

VARIABLES queue,        \* the jobs that wait
          done,         \* <<worker, job>> for those that are done
          last          \* what was done last, a record

count == Cardinality(done)
doneOnce == {job[2] : job \in done}

Init == /\ queue = <<>>
        /\ done = {}
        /\ \/ last = [by |-> "nobody"]
           \/ last = [by |-> 1]

Put(j) ==
   /\ \A i \in 1..Len(queue) : queue[i] # j
   /\ j \notin doneOnce
   /\ queue' = Append(queue, j)
   /\ UNCHANGED <<done, last>>

Take(w, j) ==
   /\ queue # <<>>
   /\ Head(queue) = j
   /\ queue' = Tail(queue)
   /\ done' = done \cup {<<w, j>>}
   /\ last' = [by |-> w, job |-> j]

Look(w) == UNCHANGED <<queue, done, last>>

Next == \/ \E j \in {x, y} : \/ Put(j)
                             \/ \E w \in 1..2 : Take(w, j)
        \/ \E w \in 1..2 : Look(w)
=============================================================================
