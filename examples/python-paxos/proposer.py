"""A proposer: leads one ballot, one phase at a time."""

from __future__ import annotations

from pathlib import Path

from tracelog import HEADER, Trace
from wire import ask

ACCEPTORS = HEADER["constants"]["Acceptor"]


class Proposer:
    def __init__(self, bal: int, value: str, folder: Path) -> None:
        self.bal = bal
        self.value = value
        self.trace = Trace(folder, f"p{bal}")
        self.promises: dict[str, dict] = {}
        self.asked: set[str] = set()

    def prepare(self, acceptors: dict[str, int]) -> str:
        message = self.step("Phase1a", {"b": self.bal}, {"type": "1a", "bal": self.bal})
        self.asked.update(acceptors)
        answers = {name: ask(port, message, self.trace) for name, port in acceptors.items()}
        promises = {name: answer for name, answer in answers.items() if answer["type"] == "1b"}
        self.promises.update(promises)
        return f"promised by {listed(promises)}"

    def propose(self, acceptors: dict[str, int]) -> str:
        if not self.has_quorum():
            return "has no quorum, and proposes nothing"
        val = self.choose()
        message = self.step("Phase2a", {"b": self.bal, "v": val}, {"type": "2a", "bal": self.bal, "val": val})
        answers = {name: ask(port, message, self.trace) for name, port in acceptors.items()}
        votes = [name for name, answer in answers.items() if answer["type"] == "2b"]
        return f"{val}, voted for by {listed(votes)}"

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


def listed(names: object) -> str:
    return ", ".join(sorted(names)) or "nobody"

