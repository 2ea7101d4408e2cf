"""The same acceptor and proposer with one mistake each. None of them shows until messages or crashes fall badly."""

from __future__ import annotations

from acceptor import Acceptor
from proposer import Proposer


class VotesBelowPromise(Acceptor):
    """Votes for whatever it is asked to vote for."""

    def may_vote(self, bal: int) -> bool:
        return True


class ForgetsPromise(Acceptor):
    """Keeps its state in memory alone: a restart makes it a new acceptor of the same name."""

    def start(self) -> None:
        pass


class HidesVote(Acceptor):
    """Promises without saying for what it has voted."""

    def last_vote(self) -> tuple[int, str]:
        return -1, "None"


class IgnoresVotes(Proposer):
    """Proposes its own value, whatever the promises report."""

    def choose(self) -> str:
        return self.value


class TakesAnyMajority(Proposer):
    """Takes a majority of those it has asked for a quorum."""

    def has_quorum(self) -> bool:
        return 2 * len(self.promises) > len(self.asked)


ACCEPTORS = {
    "votes-below-promise": VotesBelowPromise,
    "forgets-promise": ForgetsPromise,
    "hides-vote": HidesVote,
}
PROPOSERS = {"ignores-votes": IgnoresVotes, "takes-any-majority": TakesAnyMajority}


def acceptor_class(mistake: str) -> type[Acceptor]:
    return ACCEPTORS.get(mistake, Acceptor)


def proposer_class(mistake: str) -> type[Proposer]:
    return PROPOSERS.get(mistake, Proposer)
