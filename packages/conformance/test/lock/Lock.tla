-------------------------------- MODULE Lock --------------------------------
CONSTANT Client
VARIABLES owner,    \* who holds the lock: nobody, or one client
          waiting   \* who waits for it

Init == owner = {} /\ waiting = {}

Ask(c) ==
   /\ c \notin owner \cup waiting
   /\ waiting' = waiting \cup {c}
   /\ UNCHANGED owner

Grant(c) ==
   /\ owner = {}
   /\ c \in waiting
   /\ owner' = {c}
   /\ waiting' = waiting \ {c}

Release(c) ==
   /\ owner = {c}
   /\ owner' = {}
   /\ UNCHANGED waiting

GiveUp(c) ==
   /\ c \in waiting
   /\ waiting' = waiting \ {c}
   /\ UNCHANGED owner

Next == \E c \in Client : Ask(c) \/ Grant(c) \/ Release(c) \/ GiveUp(c)

Exclusive == \A c, d \in owner : c = d
=============================================================================
