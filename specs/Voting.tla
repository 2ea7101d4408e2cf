------------------------------- MODULE Voting -------------------------------
(***************************************************************************)
(* How a value gets chosen without anybody being in charge: acceptors vote *)
(* in numbered ballots, and a value is chosen when, in one ballot, all     *)
(* members of a quorum voted for it.                                       *)
(*                                                                         *)
(* There are no messages yet: an acceptor decides by looking at the others *)
(* directly. What is left is the one idea that Paxos rests on, namely for  *)
(* which values it is safe to vote, and what it takes to know it.          *)
(*                                                                         *)
(* The difficulty: different ballots may not choose different values, yet  *)
(* acceptors may stop for ever in the middle of any ballot, so a later     *)
(* ballot cannot wait to hear how an earlier one ended. The way out: an    *)
(* acceptor can promise to cast no more votes below some ballot number.    *)
(* What it has not voted for by then, it never will.                       *)
(***************************************************************************)
EXTENDS Integers

CONSTANTS Value,        \* the values that may be proposed
          Acceptor,     \* those who vote
          Quorum,       \* sets of acceptors, each large enough to choose
          Ballot        \* the numbers of the ballots: 0, 1, 2, ...

(***************************************************************************)
(* Two quorums share an acceptor. Nothing else is asked of them: they may  *)
(* be majorities, or weighted, or the rows and columns of a grid.          *)
(***************************************************************************)
ASSUME QuorumAssumption ==
       /\ \A Q \in Quorum : Q \subseteq Acceptor
       /\ \A Q1, Q2 \in Quorum : Q1 \cap Q2 # {}

(***************************************************************************)
(* The algorithm takes all natural numbers for its ballots; a model that   *)
(* TLC can exhaust takes the first few. No number is left out between.     *)
(***************************************************************************)
ASSUME BallotAssumption ==
       /\ Ballot \subseteq Nat
       /\ \A b \in Ballot : 0..b \subseteq Ballot
-----------------------------------------------------------------------------
VARIABLES votes,        \* votes[a]: the <<ballot, value>> pairs a voted for
          maxBal        \* maxBal[a]: a will not vote in a ballot below it

TypeOK == /\ votes \in [Acceptor -> SUBSET (Ballot \X Value)]
          /\ maxBal \in [Acceptor -> Ballot \cup {-1}]

VotedFor(a, b, v) == <<b, v>> \in votes[a]

ChosenAt(b, v) == \E Q \in Quorum : \A a \in Q : VotedFor(a, b, v)

(***************************************************************************)
(* The refinement mapping: the variable of Consensus, as a function of the *)
(* votes.                                                                  *)
(***************************************************************************)
chosen == {v \in Value : \E b \in Ballot : ChosenAt(b, v)}
-----------------------------------------------------------------------------
(***************************************************************************)
(* Which outcomes of a ballot are still open. An acceptor that has not     *)
(* voted in ballot b and whose maxBal is higher will never vote in it. If  *)
(* everyone in some quorum either voted for v in b or cannot vote in b any *)
(* more, then no other value can be chosen in b, now or ever: any quorum   *)
(* that chose another one would share an acceptor with this quorum.        *)
(***************************************************************************)
DidNotVoteAt(a, b) == \A v \in Value : ~ VotedFor(a, b, v)

CannotVoteAt(a, b) == /\ maxBal[a] > b
                      /\ DidNotVoteAt(a, b)

NoneOtherChoosableAt(b, v) ==
   \E Q \in Quorum :
      \A a \in Q : VotedFor(a, b, v) \/ CannotVoteAt(a, b)

(***************************************************************************)
(* A value is safe at a ballot when no smaller ballot has chosen, or can   *)
(* still choose, any other. Once true this stays true, because votes are   *)
(* never taken back and maxBal never falls.                                *)
(***************************************************************************)
SafeAt(b, v) == \A c \in 0..(b-1) : NoneOtherChoosableAt(c, v)

THEOREM AllSafeAtZero == \A v \in Value : SafeAt(0, v)

THEOREM ChoosableThm ==
           \A b \in Ballot, v \in Value :
              ChosenAt(b, v) => NoneOtherChoosableAt(b, v)
-----------------------------------------------------------------------------
(***************************************************************************)
(* What the votes must satisfy for agreement. In one ballot, all votes are *)
(* for one value; and nobody has voted for a value that was not safe.      *)
(***************************************************************************)
VotesSafe == \A a \in Acceptor, b \in Ballot, v \in Value :
                VotedFor(a, b, v) => SafeAt(b, v)

OneVote == \A a \in Acceptor, b \in Ballot, v, w \in Value :
              VotedFor(a, b, v) /\ VotedFor(a, b, w) => (v = w)

OneValuePerBallot ==
   \A a1, a2 \in Acceptor, b \in Ballot, v1, v2 \in Value :
      VotedFor(a1, b, v1) /\ VotedFor(a2, b, v2) => (v1 = v2)

(***************************************************************************)
(* Why that is enough. Suppose v was chosen in ballot c and w in ballot b. *)
(* If c = b, the two quorums share an acceptor, which voted once. If c is  *)
(* smaller, then the votes for w in b were safe: in c some quorum holds    *)
(* only acceptors that voted for w or can no longer vote; it shares an     *)
(* acceptor with the quorum that chose v, and that one did vote, for v.    *)
(***************************************************************************)
THEOREM VotesSafeImpliesConsistency ==
           VotesSafe /\ OneVote =>
              \/ chosen = {}
              \/ \E v \in Value : chosen = {v}

Inv == TypeOK /\ VotesSafe /\ OneValuePerBallot
-----------------------------------------------------------------------------
(***************************************************************************)
(* How somebody finds out that v is safe at b by asking a single quorum Q. *)
(* All its members have promised: none will vote below b any more. Let c   *)
(* be the last ballot below b in which anybody in Q voted, or -1.          *)
(*                                                                         *)
(* - Nobody in Q has voted (c = -1). Then in each ballot below b a whole   *)
(*   quorum has not voted and never will, so nothing was or can be chosen  *)
(*   there: every value is safe, and the choice is free.                   *)
(*                                                                         *)
(* - Somebody in Q voted for v in ballot c. Between c and b nothing can be *)
(*   chosen, since there too all of Q abstained and must go on abstaining. *)
(*   In c itself only v got votes, as a ballot has one value. And below c  *)
(*   there is nothing to find out: v was safe at c, or there would be no   *)
(*   vote for it. So v is safe at b; and v alone may be, for it may be     *)
(*   that v was chosen in c.                                               *)
(*                                                                         *)
(* It is the vote in the highest ballot that counts, not the value most    *)
(* often voted for: a later voter had to respect the earlier ballots.      *)
(***************************************************************************)
ShowsSafeAt(Q, b, v) ==
   /\ \A a \in Q : maxBal[a] >= b
   /\ \E c \in -1..(b-1) :
         /\ (c # -1) => \E a \in Q : VotedFor(a, c, v)
         /\ \A d \in (c+1)..(b-1), a \in Q : DidNotVoteAt(a, d)

THEOREM ShowsSafety ==
           Inv => \A Q \in Quorum, b \in Ballot, v \in Value :
                     ShowsSafeAt(Q, b, v) => SafeAt(b, v)
-----------------------------------------------------------------------------
Init == /\ votes = [a \in Acceptor |-> {}]
        /\ maxBal = [a \in Acceptor |-> -1]

(***************************************************************************)
(* An acceptor may stop taking part in small ballots at any time.          *)
(***************************************************************************)
IncreaseMaxBal(a, b) ==
   /\ b > maxBal[a]
   /\ maxBal' = [maxBal EXCEPT ![a] = b]
   /\ UNCHANGED votes

(***************************************************************************)
(* It may vote for v in b if it has promised nothing higher, has not voted *)
(* in b before, nobody else voted for another value in b, and some quorum  *)
(* shows that v is safe. Voting in b is also a promise to stay out of the  *)
(* ballots below.                                                          *)
(***************************************************************************)
VoteFor(a, b, v) ==
   /\ maxBal[a] <= b
   /\ \A vt \in votes[a] : vt[1] # b
   /\ \A c \in Acceptor \ {a} :
         \A vt \in votes[c] : (vt[1] = b) => (vt[2] = v)
   /\ \E Q \in Quorum : ShowsSafeAt(Q, b, v)
   /\ votes' = [votes EXCEPT ![a] = votes[a] \cup {<<b, v>>}]
   /\ maxBal' = [maxBal EXCEPT ![a] = b]

Next == \E a \in Acceptor, b \in Ballot :
           \/ IncreaseMaxBal(a, b)
           \/ \E v \in Value : VoteFor(a, b, v)

Spec == Init /\ [][Next]_<<votes, maxBal>>
-----------------------------------------------------------------------------
THEOREM Invariance == Spec => []Inv

(***************************************************************************)
(* Voting implements Consensus: with `chosen' computed from the votes,     *)
(* each step is a step of Consensus or leaves `chosen' as it is.           *)
(***************************************************************************)
C == INSTANCE Consensus

THEOREM Implementation == Spec => C!Spec
=============================================================================
