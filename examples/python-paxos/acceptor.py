"""An acceptor: promises, votes, and remembers both whatever happens."""

from __future__ import annotations

from typing import Union

from storage import File, Memory
from tracelog import NoTrace, Trace

REFUSED = {"type": "refused"}


class Acceptor:
    def __init__(self, name: str, trace: Union[Trace, NoTrace], storage: Union[File, Memory]) -> None:
        self.name = name
        self.trace = trace
        self.storage = storage
        self.max_bal = -1
        self.max_vbal = -1
        self.max_val = "None"
        self.start()

    def start(self) -> None:
        """After a restart, goes on from what was stored."""
        stored = self.storage.load()
        if stored is None:
            return
        self.max_bal, self.max_vbal, self.max_val = stored["state"]
        # What is stored has happened, even if there was no time left to log it.
        self.trace.write(stored["event"])

    def answer(self, message: dict) -> dict:
        return self.phase1b(message) if message["type"] == "1a" else self.phase2b(message)

    def phase1b(self, message: dict) -> dict:
        if not self.may_promise(message["bal"]):
            return REFUSED
        self.max_bal = message["bal"]
        voted, value = self.last_vote()
        promise = {"type": "1b", "acc": self.name, "bal": message["bal"], "mbal": voted, "mval": value}
        return self.step("Phase1b", promise)

    def phase2b(self, message: dict) -> dict:
        if not self.may_vote(message["bal"]):
            return REFUSED
        self.max_bal = self.max_vbal = message["bal"]
        self.max_val = message["val"]
        return self.step("Phase2b", {"type": "2b", "acc": self.name, "bal": message["bal"], "val": message["val"]})

    def may_promise(self, bal: int) -> bool:
        return bal > self.max_bal

    def may_vote(self, bal: int) -> bool:
        return bal >= self.max_bal

    def last_vote(self) -> tuple[int, str]:
        """What a promise reports."""
        return self.max_vbal, self.max_val

    def step(self, action: str, sent: dict) -> dict:
        """Stores the new state, then logs the step; only then may anybody hear of it."""
        state = {
            "maxBal": {self.name: self.max_bal},
            "maxVBal": {self.name: self.max_vbal},
            "maxVal": {self.name: self.max_val},
        }
        event = self.trace.event(action, {"a": self.name}, state, sent)
        self.storage.store({"state": [self.max_bal, self.max_vbal, self.max_val], "event": event})
        self.trace.write(event)
        return sent
