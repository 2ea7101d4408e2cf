"""The same acceptors and proposers in one process, driven through steps of the specification by `synod drive`.

Here is only the network, which holds all messages that were ever sent and delivers them when it is told to, and the
client who wants a value. What an acceptor or a proposer does then it decides itself; what it would not do is refused.
One JSON object a line comes in, and one goes out:

{"reset": STATE}                                                       {"ok": true}
{"step": "Phase1b", "params": {"a": "a1"}, "expected": STATE}          {"ok": true}, or false: it refuses
{"observe": true}                                                      {"state": STATE}
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from collections.abc import Iterator
from typing import Optional

from acceptor import REFUSED, Acceptor
from broken import ACCEPTORS, PROPOSERS, acceptor_class, proposer_class
from storage import Memory
from tracelog import HEADER, NoTrace

NAMES = HEADER["constants"]["Acceptor"]
BALLOTS = HEADER["constants"]["Ballot"]


class World:
    def __init__(self, mistake: str, restart: bool) -> None:
        self.mistake, self.restart = mistake, restart
        self.begin()

    def begin(self) -> None:
        self.msgs: list[dict] = []
        self.storage = {name: Memory() for name in NAMES}
        self.acceptors = {name: self.started(name) for name in NAMES}
        self.proposers = {bal: proposer_class(self.mistake)(bal, "", NoTrace()) for bal in BALLOTS}

    def started(self, name: str) -> Acceptor:
        return acceptor_class(self.mistake)(name, NoTrace(), self.storage[name])

    def step(self, action: str, params: dict, expected: Optional[dict]) -> bool:
        """Whether somebody takes the step."""
        if action == "Phase1a":
            return self.send(self.proposers[params["b"]].prepare([]))
        if action == "Phase2a":
            return self.phase2a(params["b"], params["v"])
        return self.ask(params["a"], {"Phase1b": "1a", "Phase2b": "2a"}[action], expected)

    def ask(self, name: str, question: str, expected: Optional[dict]) -> bool:
        """An acceptor is asked what it has been asked in any message; if it is to move on to a ballot, in that one's."""
        if self.restart:
            self.acceptors[name] = self.started(name)
        for message in self.sent(question):
            if expected is None or message["bal"] == expected["maxBal"][name]:
                answer = self.acceptors[name].answer(message)
                if answer is not REFUSED:
                    return self.send(answer)
        return False

    def phase2a(self, bal: int, val: str) -> bool:
        """A client wants a value. Of the promises any may have arrived, and the others not."""
        proposer = self.proposers[bal]
        proposer.value = val
        for promises in subsets([promise for promise in self.sent("1b") if promise["bal"] == bal]):
            proposer.asked = {promise["acc"] for promise in promises}
            proposer.promises = {}
            for promise in promises:
                proposer.hear(promise)
            if proposer.proposal() == val:
                return self.send(proposer.propose(val))
        return False

    def sent(self, kind: str) -> list[dict]:
        return [message for message in self.msgs if message["type"] == kind]

    def send(self, message: dict) -> bool:
        if message not in self.msgs:
            self.msgs.append(message)
        return True

    def seen(self) -> dict:
        """All variables of the specification."""
        each = self.acceptors.values()
        return {
            "maxBal": {acceptor.name: acceptor.max_bal for acceptor in each},
            "maxVBal": {acceptor.name: acceptor.max_vbal for acceptor in each},
            "maxVal": {acceptor.name: acceptor.max_val for acceptor in each},
            "msgs": {"#set": self.msgs},
        }

    def answer(self, line: dict) -> dict:
        if "reset" in line:
            self.begin()
            return {"ok": True}
        if "step" in line:
            return {"ok": self.step(line["step"], line["params"], line.get("expected"))}
        return {"state": self.seen()}


def subsets(messages: list[dict]) -> Iterator[tuple[dict, ...]]:
    return itertools.chain.from_iterable(
        itertools.combinations(messages, count) for count in range(len(messages) + 1)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--broken", choices=[*ACCEPTORS, *PROPOSERS], default="", metavar="MISTAKE")
    parser.add_argument("--restart", action="store_true", help="an acceptor is killed and started before each step")
    given = parser.parse_args()
    world = World(given.broken, given.restart)
    for line in sys.stdin:
        print(json.dumps(world.answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
