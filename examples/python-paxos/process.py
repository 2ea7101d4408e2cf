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
from wire import serve


def run_acceptor(name: str, folder: str, mistake: str = "") -> None:
    acceptor = acceptor_class(mistake)(name, Path(folder))
    serve(name, acceptor.answer, acceptor.trace)


def run_proposer(bal: str, value: str, folder: str, mistake: str = "") -> None:
    proposer = proposer_class(mistake)(int(bal), value, Path(folder))
    for line in sys.stdin:
        command = json.loads(line)
        phase = proposer.prepare if command["do"] == "prepare" else proposer.propose
        print(json.dumps({"done": phase(command["acceptors"])}), flush=True)


if __name__ == "__main__":
    role, *arguments = sys.argv[1:]
    (run_acceptor if role == "acceptor" else run_proposer)(*arguments)
