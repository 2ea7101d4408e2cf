"""Writes what a process does as a trace of the specification Paxos, one file a process, with vector clocks."""

from __future__ import annotations

import json
from pathlib import Path

HEADER = {
    "trace": 1,
    "spec": "Paxos",
    "constants": {
        "Acceptor": ["a1", "a2", "a3"],
        "Value": ["v1", "v2"],
        "Quorum": [["a1", "a2"], ["a1", "a3"], ["a2", "a3"]],
        "Ballot": [0, 1],
    },
    "order": "clock",
}


class Trace:
    """The trace of one process. One that is there already is continued, after a restart."""

    def __init__(self, folder: Path, process: str) -> None:
        self.process = process
        self.path = folder / f"{process}.ndjson"
        events = self._whole_lines()[1:]
        self.length = len(events)
        self.clock: dict[str, int] = events[-1]["clock"] if events else {}

    def heard(self, clock: dict[str, int]) -> None:
        """Takes in the clock of a message: whatever happens here from now on comes after what its sender knew."""
        for process, count in clock.items():
            self.clock[process] = max(count, self.clock.get(process, 0))

    def event(self, action: str, params: dict, state: dict, sent: dict) -> dict:
        """The next event, not yet written. `sent` is the message that the step sends."""
        clock = {**self.clock, self.process: self.length + 1}
        observed = {**state, "msgs": {"#contains": [sent]}}
        place = {"process": self.process, "seq": self.length, "clock": clock}
        return {**place, "action": action, "params": params, "state": observed}

    def write(self, event: dict) -> None:
        """Appends an event, unless a crash came only after it was written."""
        if event["seq"] < self.length:
            return
        with self.path.open("a", encoding="utf-8") as file:
            if file.tell() == 0:
                file.write(json.dumps(HEADER) + "\n")
            file.write(json.dumps(event) + "\n")
        self.length = event["seq"] + 1
        self.clock = event["clock"]

    def _whole_lines(self) -> list[dict]:
        """The lines of the file. Half a line at its end is what a crash left: it is cut off."""
        if not self.path.exists():
            return []
        content = self.path.read_bytes()
        whole = content[: content.rfind(b"\n") + 1]
        if whole != content:
            self.path.write_bytes(whole)
        return [json.loads(line) for line in whole.splitlines()]


class NoTrace:
    """For those whose steps are seen from within the same process."""

    def event(self, action: str, params: dict, state: dict, sent: dict) -> dict:
        return {}

    def write(self, event: dict) -> None:
        pass
