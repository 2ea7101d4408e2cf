"""A proposer: leads one ballot, one phase at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional, Union

from tracelog import HEADER, NoTrace, Trace

ACCEPTORS = HEADER["constants"]["Acceptor"]


class Proposer:
    def __init__(self, bal: int, value: str, trace: Union[Trace, NoTrace]) -> None:
        self.bal = bal
        self.value = value
        self.trace = trace
        self.promises: dict[str, dict] = {}
        self.asked: set[str] = set()
        self.has_proposed = False

    def prepare(self, acceptors: Iterable[str]) -> dict:
        """What it asks these acceptors for their promises with."""
        self.asked.update(acceptors)
        return self.step("Phase1a", {"b": self.bal}, {"type": "1a", "bal": self.bal})

    def hear(self, promise: dict) -> None:
        self.promises[promise["acc"]] = promise

    def proposal(self) -> Optional[str]:
        """The value that it would propose now, if it may propose any."""
        return self.choose() if self.has_quorum() and not self.has_proposed else None

    def propose(self, val: str) -> dict:
        """What it asks for votes with."""
        self.has_proposed = True
        return self.step("Phase2a", {"b": self.bal, "v": val}, {"type": "2a", "bal": self.bal, "val": val})

    def has_quorum(self) -> bool:
        return 2 * len(self.promises) > len(ACCEPTORS)

    def choose(self) -> str:
        """The value of the vote in the highest ballot reported; its own only if there is none."""
        votes = [(promise["mbal"], promise["mval"]) for promise in self.promises.values() if promise["mbal"] >= 0]
        return max(votes)[1] if votes else self.value

    def step(self, action: str, params: dict, sent: dict) -> dict:
        """Logs a step before anybody can hear of it."""
        self.trace.write(self.trace.event(action, params, {}, sent))
        return sent
