"""Runs three acceptors and two proposers as processes of their own, and leaves their traces in a folder.

A scenario says who hears what, and when; whatever it does not deliver is lost. So each mistake shows every time.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Union

from broken import ACCEPTORS, PROPOSERS

PROCESS = Path(__file__).resolve().parent / "process.py"
NAMES = ["a1", "a2", "a3"]
VALUES = {0: "v1", 1: "v2"}

Step = Union[tuple[str, int, str], tuple[str, str]]
"""("prepare", 0, "a1 a2"): the proposer of ballot 0 asks a1 and a2. ("restart", "a1"): a1 is killed and started."""

SCENARIOS: dict[str, list[Step]] = {
    # Nobody is in the way.
    "calm": [("prepare", 0, "a1 a2 a3"), ("propose", 0, "a1 a2 a3")],
    # Ballot 1 begins before ballot 0 has a value.
    "overtaken": [("prepare", 0, "a1 a2"), ("prepare", 1, "a1 a2"), ("propose", 0, "a1 a2")],
    # Ballot 1 begins after ballot 0 has chosen.
    "takeover": [
        ("prepare", 0, "a1 a2"),
        ("propose", 0, "a1 a2"),
        ("prepare", 1, "a1 a2"),
        ("propose", 1, "a1 a2 a3"),
    ],
    # An acceptor is killed between its promise for ballot 1 and the late question of ballot 0.
    "restart": [
        ("prepare", 1, "a1 a2"),
        ("restart", "a1"),
        ("prepare", 0, "a1 a2"),
        ("propose", 1, "a1 a2"),
    ],
    # Only one acceptor can be reached.
    "alone": [("prepare", 0, "a1"), ("propose", 0, "a1")],
}


class Child:
    """A process that answers with lines of JSON."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, str(PROCESS), *arguments]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def tell(self, message: dict) -> None:
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def hear(self) -> dict:
        line = self.process.stdout.readline()
        if line == "":
            raise SystemExit(f"run.py: {' '.join(self.process.args)} ended too early")
        return json.loads(line)

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


class Cluster:
    def __init__(self, folder: Path, mistake: str) -> None:
        self.folder, self.mistake = str(folder), mistake
        self.ports: dict[str, int] = {}
        self.acceptors: dict[str, Child] = {}
        self.proposers: dict[int, Child] = {}

    def start(self) -> None:
        for name in NAMES:
            self.start_acceptor(name)
        for bal, value in VALUES.items():
            self.proposers[bal] = Child("proposer", str(bal), value, self.folder, self.mistake)

    def start_acceptor(self, name: str) -> None:
        self.acceptors[name] = Child("acceptor", name, self.folder, self.mistake)
        self.ports[name] = self.acceptors[name].hear()["port"]

    def begin(self, phase: str, bal: int, acceptors: list[str]) -> None:
        self.proposers[bal].tell({"do": phase, "acceptors": {name: self.ports[name] for name in acceptors}})

    def end(self, phase: str, bal: int) -> None:
        print(f"ballot {bal}, {phase}: {self.proposers[bal].hear()['done']}")

    def restart(self, name: str) -> None:
        self.acceptors[name].kill()
        self.start_acceptor(name)
        print(f"{name} is killed and started again")

    def stop(self) -> None:
        for child in [*self.acceptors.values(), *self.proposers.values()]:
            child.kill()


def play(cluster: Cluster, steps: list[Step]) -> None:
    """One step after the other."""
    for step in steps:
        if step[0] == "restart":
            cluster.restart(step[1])
            continue
        phase, bal, acceptors = step
        cluster.begin(phase, bal, acceptors.split())
        cluster.end(phase, bal)


def race(cluster: Cluster, seed: int) -> None:
    """Both ballots at once, in whatever order messages arrive; the seed says which are lost."""
    chance = random.Random(seed)
    for phase in ["prepare", "propose"]:
        for bal in VALUES:
            cluster.begin(phase, bal, chance.sample(NAMES, chance.choice([2, 3])))
        for bal in VALUES:
            cluster.end(phase, bal)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", choices=[*SCENARIOS, "race"])
    parser.add_argument("--broken", choices=[*ACCEPTORS, *PROPOSERS], default="", metavar="MISTAKE")
    parser.add_argument("--seed", type=int, default=1, help="of the scenario race")
    parser.add_argument("--out", type=Path, default=Path("traces"), metavar="FOLDER")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for name in [*NAMES, *(f"p{bal}" for bal in VALUES)]:
        for suffix in [".ndjson", ".json"]:
            (given.out / f"{name}{suffix}").unlink(missing_ok=True)
    cluster = Cluster(given.out, given.broken)
    try:
        cluster.start()
        if given.scenario == "race":
            race(cluster, given.seed)
        else:
            play(cluster, SCENARIOS[given.scenario])
    finally:
        cluster.stop()


if __name__ == "__main__":
    main()
