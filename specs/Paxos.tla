------------------------------- MODULE Paxos --------------------------------
(***************************************************************************)
(* Voting, done by processes that know of each other only what messages    *)
(* tell them.                                                              *)
(*                                                                         *)
(* A ballot has two phases. In the first, its leader asks the acceptors to *)
(* promise (1a), and each answers with its promise and its last vote (1b). *)
(* When a quorum has answered, these answers show a value to be safe, by   *)
(* the reasoning of Voting's ShowsSafeAt. In the second phase the leader   *)
(* names that value (2a), and the acceptors vote for it (2b).              *)
(*                                                                         *)
(* Leaders are not modelled. A 1a or 2a message is sent by whoever owns    *)
(* the ballot; that a ballot gets one value is the guard of Phase2a.       *)
(***************************************************************************)
EXTENDS Integers

CONSTANTS Value,        \* the values that may be proposed
          Acceptor,     \* those who vote
          Quorum,       \* sets of acceptors, each large enough to choose
          Ballot,       \* the numbers of the ballots: 0, 1, 2, ...
          None          \* stands for "no value" where nobody has voted

ASSUME QuorumAssumption ==
       /\ \A Q \in Quorum : Q \subseteq Acceptor
       /\ \A Q1, Q2 \in Quorum : Q1 \cap Q2 # {}

ASSUME BallotAssumption ==
       /\ Ballot \subseteq Nat
       /\ \A b \in Ballot : 0..b \subseteq Ballot

ASSUME NoneAssumption == None \notin Value

(***************************************************************************)
(* bal is the ballot that a message belongs to. A 1b message also carries  *)
(* the sender's last vote: mval in ballot mbal, or None and -1.            *)
(***************************************************************************)
Message ==
        [type : {"1a"}, bal : Ballot]
   \cup [type : {"1b"}, acc : Acceptor, bal : Ballot,
         mbal : Ballot \cup {-1}, mval : Value \cup {None}]
   \cup [type : {"2a"}, bal : Ballot, val : Value]
   \cup [type : {"2b"}, acc : Acceptor, bal : Ballot, val : Value]
-----------------------------------------------------------------------------
(***************************************************************************)
(* msgs holds every message ever sent. Nothing is taken out of it, so a    *)
(* message can be received by many, late, and more than once. That one can *)
(* also be lost needs no action of its own: a step that receives it may    *)
(* simply never be taken.                                                  *)
(***************************************************************************)
VARIABLES maxBal,       \* maxBal[a]: the highest ballot a has taken part in
          maxVBal,      \* maxVBal[a]: the ballot of a's last vote, or -1
          maxVal,       \* maxVal[a]: the value of that vote, or None
          msgs          \* all messages sent so far

vars == <<maxBal, maxVBal, maxVal, msgs>>

TypeOK == /\ maxBal \in [Acceptor -> Ballot \cup {-1}]
          /\ maxVBal \in [Acceptor -> Ballot \cup {-1}]
          /\ maxVal \in [Acceptor -> Value \cup {None}]
          /\ msgs \subseteq Message

Init == /\ maxBal = [a \in Acceptor |-> -1]
        /\ maxVBal = [a \in Acceptor |-> -1]
        /\ maxVal = [a \in Acceptor |-> None]
        /\ msgs = {}
-----------------------------------------------------------------------------
Send(m) == msgs' = msgs \cup {m}

(***************************************************************************)
(* Ballot b begins. Sending the same message again changes nothing.        *)
(***************************************************************************)
Phase1a(b) ==
   /\ Send([type |-> "1a", bal |-> b])
   /\ UNCHANGED <<maxBal, maxVBal, maxVal>>

(***************************************************************************)
(* An acceptor hears of a ballot higher than any it has taken part in. It  *)
(* raises maxBal, which is its promise, and reports its last vote.         *)
(***************************************************************************)
Phase1b(a) ==
   /\ \E m \in msgs :
         /\ m.type = "1a"
         /\ m.bal > maxBal[a]
         /\ maxBal' = [maxBal EXCEPT ![a] = m.bal]
         /\ Send([type |-> "1b", acc |-> a, bal |-> m.bal,
                  mbal |-> maxVBal[a], mval |-> maxVal[a]])
   /\ UNCHANGED <<maxVBal, maxVal>>

(***************************************************************************)
(* The leader of b names the ballot's one value. All of some quorum Q must *)
(* have answered; Q1bv are the answers that report a vote. Without any, no *)
(* value can have been chosen below b, and v is free. Otherwise v must be  *)
(* the value of the vote in the highest ballot reported.                   *)
(***************************************************************************)
Phase2a(b, v) ==
   /\ ~ \E m \in msgs : m.type = "2a" /\ m.bal = b
   /\ \E Q \in Quorum :
         LET Q1b == {m \in msgs : /\ m.type = "1b"
                                  /\ m.acc \in Q
                                  /\ m.bal = b}
             Q1bv == {m \in Q1b : m.mbal >= 0}
         IN  /\ \A a \in Q : \E m \in Q1b : m.acc = a
             /\ \/ Q1bv = {}
                \/ \E m \in Q1bv :
                      /\ m.mval = v
                      /\ \A mm \in Q1bv : m.mbal >= mm.mbal
   /\ Send([type |-> "2a", bal |-> b, val |-> v])
   /\ UNCHANGED <<maxBal, maxVBal, maxVal>>

(***************************************************************************)
(* An acceptor votes as it is told, unless it has promised a higher ballot *)
(* not to. It may vote in a ballot whose 1a it has never seen.             *)
(***************************************************************************)
Phase2b(a) ==
   \E m \in msgs :
      /\ m.type = "2a"
      /\ m.bal >= maxBal[a]
      /\ maxBal' = [maxBal EXCEPT ![a] = m.bal]
      /\ maxVBal' = [maxVBal EXCEPT ![a] = m.bal]
      /\ maxVal' = [maxVal EXCEPT ![a] = m.val]
      /\ Send([type |-> "2b", acc |-> a, bal |-> m.bal, val |-> m.val])

Next == \/ \E b \in Ballot : \/ Phase1a(b)
                             \/ \E v \in Value : Phase2a(b, v)
        \/ \E a \in Acceptor : Phase1b(a) \/ Phase2b(a)

Spec == Init /\ [][Next]_vars
-----------------------------------------------------------------------------
(***************************************************************************)
(* The refinement mapping to Voting: an acceptor has cast the votes that   *)
(* its 2b messages announce. The other variable of Voting, maxBal, is the  *)
(* variable of that name here.                                             *)
(***************************************************************************)
votes ==
   [a \in Acceptor |->
      {<<m.bal, m.val>> : m \in {mm \in msgs : /\ mm.type = "2b"
                                               /\ mm.acc = a}}]

V == INSTANCE Voting

(***************************************************************************)
(* Why Phase2b is a vote that Voting allows: each 2a message is backed by  *)
(* a quorum that shows its value safe, and is the only one of its ballot;  *)
(* and what a 1b message reports is a vote that was really cast.           *)
(***************************************************************************)
Inv ==
   /\ TypeOK
   /\ \A a \in Acceptor : maxBal[a] >= maxVBal[a]
   /\ \A a \in Acceptor : IF maxVBal[a] = -1
                             THEN maxVal[a] = None
                             ELSE <<maxVBal[a], maxVal[a]>> \in votes[a]
   /\ \A m \in msgs :
         /\ (m.type = "1b") => /\ maxBal[m.acc] >= m.bal
                               /\ (m.mbal >= 0) =>
                                     <<m.mbal, m.mval>> \in votes[m.acc]
         /\ (m.type = "2a") => /\ \E Q \in Quorum :
                                     V!ShowsSafeAt(Q, m.bal, m.val)
                               /\ \A mm \in msgs : /\ mm.type = "2a"
                                                   /\ mm.bal = m.bal
                                                   => mm.val = m.val
         /\ (m.type = "2b") => /\ maxVBal[m.acc] >= m.bal
                               /\ \E mm \in msgs : /\ mm.type = "2a"
                                                   /\ mm.bal = m.bal
                                                   /\ mm.val = m.val

THEOREM Invariance == Spec => []Inv

THEOREM Implementation == Spec => V!Spec
-----------------------------------------------------------------------------
(***************************************************************************)
(* So far everybody may stop for ever, and nothing be chosen. A value is   *)
(* chosen if in some ballot b enough of them go on: its leader, until it   *)
(* has named a value; and the members of some quorum Q, who answer and     *)
(* vote as long as they can. All others may do what they like, or nothing, *)
(* but for one thing: nobody begins a ballot above b, for which members of *)
(* Q would promise to vote in b no more.                                   *)
(*                                                                         *)
(* Fairness speaks of steps that change something, and so does the last    *)
(* conjunct: a 1a message that is there already may be sent again. Of Q it *)
(* is taken for granted that it is finite.                                 *)
(***************************************************************************)
LiveSpec(b, Q) ==
   /\ Spec
   /\ WF_vars(Phase1a(b))
   /\ \A a \in Q : WF_vars(Phase1b(a))
   /\ WF_vars(\E v \in Value : Phase2a(b, v))
   /\ \A a \in Q : WF_vars(Phase2b(a))
   /\ [][\A c \in Ballot : c > b => ~ Phase1a(c)]_vars

Success == <>(V!chosen # {})

THEOREM Liveness ==
           Value # {} => \A b \in Ballot, Q \in Quorum :
                            LiveSpec(b, Q) => Success
=============================================================================
