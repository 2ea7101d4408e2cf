"""A question and its answer over a TCP connection of their own: a line of JSON each way, with the sender's clock."""

from __future__ import annotations

import json
import socket
from typing import Callable

from tracelog import Trace

PATIENCE = 20.0
"""Nobody waits longer, in seconds: whatever happens, every process ends."""


def ask(port: int, message: dict, trace: Trace) -> dict:
    """Sends a message to whoever listens at a port, and returns the answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        _send(connection, message, trace)
        return _receive(connection, trace)


def serve(name: str, answer: Callable[[dict], dict], trace: Trace) -> None:
    """Answers one question after the other, until none has come for some time. Prints its port first."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(PATIENCE)
        print(json.dumps({"name": name, "port": server.getsockname()[1]}), flush=True)
        while True:
            connection, _ = server.accept()
            with connection:
                connection.settimeout(PATIENCE)
                _send(connection, answer(_receive(connection, trace)), trace)


def _send(connection: socket.socket, message: dict, trace: Trace) -> None:
    line = json.dumps({"message": message, "clock": trace.clock}) + "\n"
    connection.sendall(line.encode())


def _receive(connection: socket.socket, trace: Trace) -> dict:
    with connection.makefile("r", encoding="utf-8") as lines:
        envelope = json.loads(lines.readline())
    trace.heard(envelope["clock"])
    return envelope["message"]
