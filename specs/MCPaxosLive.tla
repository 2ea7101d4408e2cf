---------------------------- MODULE MCPaxosLive -----------------------------
(* Whether Paxos chooses, with three acceptors, any two of which are a     *)
(* quorum, two values and ballots 0..2; the constants are in               *)
(* MCPaxosLive.cfg. The ballot that goes on has one below it, in which     *)
(* somebody may have voted, and one above it, which could disturb it.      *)
EXTENDS Paxos

CONSTANTS LiveBallot,   \* b in LiveSpec(b, Q)
          LiveQuorum,   \* Q in LiveSpec(b, Q)
          Dropped       \* the names of the conjuncts that are left out

ASSUME /\ LiveBallot \in Ballot
       /\ LiveQuorum \in Quorum
       /\ \E c \in Ballot : c > LiveBallot
       /\ Dropped \subseteq {"Phase1a", "Phase1b", "Phase2a", "Phase2b",
                             "NoHigherBallot"}

(* LiveSpec(LiveBallot, LiveQuorum), unless a conjunct is dropped. TLC     *)
(* takes one conjunct of the form [][A]_vars. The last one of LiveSpec is  *)
(* therefore part of the first here: [][A]_vars /\ [][B]_vars is the same  *)
(* as [][A /\ B]_vars.                                                     *)
WeakenedLiveSpec ==
   /\ Init
   /\ [][/\ Next
         /\ "NoHigherBallot" \notin Dropped =>
               \A c \in Ballot : c > LiveBallot => ~ Phase1a(c)]_vars
   /\ "Phase1a" \notin Dropped => WF_vars(Phase1a(LiveBallot))
   /\ "Phase1b" \notin Dropped => \A a \in LiveQuorum : WF_vars(Phase1b(a))
   /\ "Phase2a" \notin Dropped =>
         WF_vars(\E v \in Value : Phase2a(LiveBallot, v))
   /\ "Phase2b" \notin Dropped => \A a \in LiveQuorum : WF_vars(Phase2b(a))
=============================================================================
