---- MODULE Lock ----
EXTENDS Integers, Sequences, TLC
CONSTANT Client

(* --algorithm Lock
variables holder = 0, tickets = [c \in Client |-> 0], next = 1, log = <<>>;

define
  Exclusive == \A c, d \in Client : (pc[c] = "critical" /\ pc[d] = "critical") => c = d
  Bounded == next <= 4
end define;

macro note(entry) begin
  log := IF Len(log) < 2 THEN Append(log, entry) ELSE Append(Tail(log), entry);
end macro;

procedure acquire(patience = 0)
  variables mine = 0;
begin
  draw: mine := next;
        next := next + 1;
        tickets[self] := mine;
  await_turn:
    while holder # 0 /\ patience > 0 do
      patience := patience - 1;
    end while;
  enter: await holder = 0 /\ \A c \in Client \ {self} : tickets[c] = 0 \/ tickets[c] > mine;
         holder := self;
         return;
end procedure;

process client \in Client
variables rounds = 0;
begin
  start: while rounds < 1 do
    with p \in 0..1 do
      call acquire(p);
    end with;
    critical: note(self);
    leave: either
             holder := 0;
             tickets[self] := 0;
           or
             skip;
             goto leave;
           end either;
    again: rounds := rounds + 1;
  end while;
end process;

process clock = 99
begin
  tick: while next < 3 do
    beat: assert holder \in Client \union {0};
          next := next + 0;
  end while;
end process;
end algorithm; *)
\* BEGIN TRANSLATION (chksum(pcal) = "a1c42f1d" /\ chksum(tla) = "730519af")
VARIABLES holder, tickets, next, log, pc, stack

(* define statement *)
Exclusive == \A c, d \in Client : (pc[c] = "critical" /\ pc[d] = "critical") => c = d
Bounded == next <= 4

VARIABLES patience, mine, rounds

vars == << holder, tickets, next, log, pc, stack, patience, mine, rounds >>

ProcSet == (Client) \cup {99}

Init == (* Global variables *)
        /\ holder = 0
        /\ tickets = [c \in Client |-> 0]
        /\ next = 1
        /\ log = <<>>
        (* Procedure acquire *)
        /\ patience = [ self \in ProcSet |-> 0]
        /\ mine = [ self \in ProcSet |-> 0]
        (* Process client *)
        /\ rounds = [self \in Client |-> 0]
        /\ stack = [self \in ProcSet |-> << >>]
        /\ pc = [self \in ProcSet |-> CASE self \in Client -> "start"
                                        [] self = 99 -> "tick"]

draw(self) == /\ pc[self] = "draw"
              /\ mine' = [mine EXCEPT ![self] = next]
              /\ next' = next + 1
              /\ tickets' = [tickets EXCEPT ![self] = mine'[self]]
              /\ pc' = [pc EXCEPT ![self] = "await_turn"]
              /\ UNCHANGED << holder, log, stack, patience, rounds >>

await_turn(self) == /\ pc[self] = "await_turn"
                    /\ IF holder # 0 /\ patience[self] > 0
                          THEN /\ patience' = [patience EXCEPT ![self] = patience[self] - 1]
                               /\ pc' = [pc EXCEPT ![self] = "await_turn"]
                          ELSE /\ pc' = [pc EXCEPT ![self] = "enter"]
                               /\ UNCHANGED patience
                    /\ UNCHANGED << holder, tickets, next, log, stack, mine, 
                                    rounds >>

enter(self) == /\ pc[self] = "enter"
               /\ holder = 0 /\ \A c \in Client \ {self} : tickets[c] = 0 \/ tickets[c] > mine[self]
               /\ holder' = self
               /\ pc' = [pc EXCEPT ![self] = Head(stack[self]).pc]
               /\ mine' = [mine EXCEPT ![self] = Head(stack[self]).mine]
               /\ patience' = [patience EXCEPT ![self] = Head(stack[self]).patience]
               /\ stack' = [stack EXCEPT ![self] = Tail(stack[self])]
               /\ UNCHANGED << tickets, next, log, rounds >>

acquire(self) == draw(self) \/ await_turn(self) \/ enter(self)

start(self) == /\ pc[self] = "start"
               /\ IF rounds[self] < 1
                     THEN /\ \E p \in 0..1:
                               /\ /\ patience' = [patience EXCEPT ![self] = p]
                                  /\ stack' = [stack EXCEPT ![self] = << [ procedure |->  "acquire",
                                                                           pc        |->  "critical",
                                                                           mine      |->  mine[self],
                                                                           patience  |->  patience[self] ] >>
                                                                       \o stack[self]]
                               /\ mine' = [mine EXCEPT ![self] = 0]
                               /\ pc' = [pc EXCEPT ![self] = "draw"]
                     ELSE /\ pc' = [pc EXCEPT ![self] = "Done"]
                          /\ UNCHANGED << stack, patience, mine >>
               /\ UNCHANGED << holder, tickets, next, log, rounds >>

critical(self) == /\ pc[self] = "critical"
                  /\ log' = (IF Len(log) < 2 THEN Append(log, self) ELSE Append(Tail(log), self))
                  /\ pc' = [pc EXCEPT ![self] = "leave"]
                  /\ UNCHANGED << holder, tickets, next, stack, patience, mine, 
                                  rounds >>

leave(self) == /\ pc[self] = "leave"
               /\ \/ /\ holder' = 0
                     /\ tickets' = [tickets EXCEPT ![self] = 0]
                     /\ pc' = [pc EXCEPT ![self] = "again"]
                  \/ /\ TRUE
                     /\ pc' = [pc EXCEPT ![self] = "leave"]
                     /\ UNCHANGED <<holder, tickets>>
               /\ UNCHANGED << next, log, stack, patience, mine, rounds >>

again(self) == /\ pc[self] = "again"
               /\ rounds' = [rounds EXCEPT ![self] = rounds[self] + 1]
               /\ pc' = [pc EXCEPT ![self] = "start"]
               /\ UNCHANGED << holder, tickets, next, log, stack, patience, 
                               mine >>

client(self) == start(self) \/ critical(self) \/ leave(self) \/ again(self)

tick == /\ pc[99] = "tick"
        /\ IF next < 3
              THEN /\ pc' = [pc EXCEPT ![99] = "beat"]
              ELSE /\ pc' = [pc EXCEPT ![99] = "Done"]
        /\ UNCHANGED << holder, tickets, next, log, stack, patience, mine, 
                        rounds >>

beat == /\ pc[99] = "beat"
        /\ Assert(holder \in Client \union {0}, 
                  "Failure of assertion at line 54, column 11.")
        /\ next' = next + 0
        /\ pc' = [pc EXCEPT ![99] = "tick"]
        /\ UNCHANGED << holder, tickets, log, stack, patience, mine, rounds >>

clock == tick \/ beat

(* Allow infinite stuttering to prevent deadlock on termination. *)
Terminating == /\ \A self \in ProcSet: pc[self] = "Done"
               /\ UNCHANGED vars

Next == clock
           \/ (\E self \in ProcSet: acquire(self))
           \/ (\E self \in Client: client(self))
           \/ Terminating

Spec == Init /\ [][Next]_vars

Termination == <>(\A self \in ProcSet: pc[self] = "Done")

\* END TRANSLATION 
====
