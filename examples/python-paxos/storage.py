"""What survives a crash."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Optional


class File:
    """A file that always holds all of what was last stored, whenever the process dies."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Optional[dict]:
        return json.loads(self.path.read_text(encoding="utf-8")) if self.path.exists() else None

    def store(self, content: dict) -> None:
        draft = self.path.with_suffix(".tmp")
        with draft.open("w", encoding="utf-8") as file:
            json.dump(content, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, self.path)


class Memory:
    """The same for an acceptor that is restarted within one process."""

    def __init__(self) -> None:
        self.content: Optional[dict] = None

    def load(self) -> Optional[dict]:
        return self.content

    def store(self, content: dict) -> None:
        self.content = content
