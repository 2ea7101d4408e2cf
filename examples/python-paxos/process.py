"""One process of the cluster.

usage: process.py acceptor NAME FOLDER [MISTAKE]
       process.py proposer BALLOT VALUE FOLDER [MISTAKE]

An acceptor prints the port at which it listens. A proposer goes on as far as lines on its standard input tell it to:
{"do": "prepare", "acceptors": {"a1": 4001, "a2": 4002}} has it ask these acceptors, at these ports, for their
promises, "propose" for their votes. It prints a line when it is done.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from broken import acceptor_class, proposer_class
from proposer import Proposer
from storage import File
from tracelog import Trace
from wire import ask, serve


def run_acceptor(name: str, folder: str, mistake: str = "") -> None:
    trace = Trace(Path(folder), name)
    acceptor = acceptor_class(mistake)(name, trace, File(Path(folder) / f"{name}.json"))
    serve(name, acceptor.answer, trace)


def run_proposer(bal: str, value: str, folder: str, mistake: str = "") -> None:
    proposer = proposer_class(mistake)(int(bal), value, Trace(Path(folder), f"p{bal}"))
    for line in sys.stdin:
        command = json.loads(line)
        phase = prepare if command["do"] == "prepare" else propose
        print(json.dumps({"done": phase(proposer, command["acceptors"])}), flush=True)


def prepare(proposer: Proposer, acceptors: dict[str, int]) -> str:
    message = proposer.prepare(acceptors)
    promises = ask_all(proposer, acceptors, message, "1b")
    for promise in promises:
        proposer.hear(promise)
    return f"promised by {senders(promises)}"


def propose(proposer: Proposer, acceptors: dict[str, int]) -> str:
    val = proposer.proposal()
    if val is None:
        return "has no quorum, and proposes nothing"
    votes = ask_all(proposer, acceptors, proposer.propose(val), "2b")
    return f"{val}, voted for by {senders(votes)}"


def ask_all(proposer: Proposer, acceptors: dict[str, int], message: dict, wanted: str) -> list[dict]:
    answers = [ask(port, message, proposer.trace) for port in acceptors.values()]
    return [answer for answer in answers if answer["type"] == wanted]


def senders(answers: list[dict]) -> str:
    return ", ".join(sorted(answer["acc"] for answer in answers)) or "nobody"


if __name__ == "__main__":
    role, *arguments = sys.argv[1:]
    (run_acceptor if role == "acceptor" else run_proposer)(*arguments)
