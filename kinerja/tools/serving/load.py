"""What came, what was refused and how long it waited, minute by minute; kept in a small file that the page processes read.

It is of this machine and of this run of the front: no history, no names, no addresses.
"""

import contextlib
import json
import time
from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

#: names the file for the page processes
VARIABLE = "KINERJA_LOAD_FILE"
MINUTES = 60


@dataclass
class Minute:
    """One minute, named by its beginning in seconds since 1970."""

    begins: int
    sent: int = 0
    read: int = 0
    refused_sent: int = 0
    refused_read: int = 0
    #: the longest wait for a place, in milliseconds
    longest_ms: int = 0

    @property
    def came(self) -> int:
        return self.sent + self.read + self.refused_sent + self.refused_read


class Load:
    """The last hour as the front counts it."""

    def __init__(self, wall: Callable[[], float] = time.time) -> None:
        self._wall = wall
        self._minutes: deque[Minute] = deque(maxlen=MINUTES)

    def came_in(self, *, sending: bool, waited: float) -> None:
        now = self._now()
        now.sent += sending
        now.read += not sending
        now.longest_ms = max(now.longest_ms, round(waited * 1000))

    def refused(self, *, sending: bool) -> None:
        now = self._now()
        now.refused_sent += sending
        now.refused_read += not sending

    def write(self, path: Path, waiting: int) -> None:
        """Keep it where `read` looks; `waiting`: requests that have no place now."""
        content = {"waiting": waiting, "minutes": [asdict(each) for each in self._minutes]}
        part = path.with_suffix(".part")
        with contextlib.suppress(OSError):  # a full disk must not stop the front
            part.write_text(json.dumps(content), encoding="ascii")
            part.replace(path)

    def _now(self) -> Minute:
        begins = int(self._wall()) // 60 * 60
        if not self._minutes or self._minutes[-1].begins != begins:
            self._minutes.append(Minute(begins))
        return self._minutes[-1]


def read(path: str) -> tuple[list[Minute], int]:
    """The minutes, oldest first, and how many requests wait now; nothing where no front writes (development, tests)."""
    try:
        content = json.loads(Path(path).read_text(encoding="ascii"))
        return [Minute(**each) for each in content["minutes"]], int(content["waiting"])
    except (OSError, ValueError, KeyError, TypeError):
        return [], 0
