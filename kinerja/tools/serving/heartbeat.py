"""Until when the installation answered: kept in a file, so that the next start knows how long it was away.

Only the supervisor beats. A gap is told once it is over, by a command of its own: the supervisor itself can then not fail by it.
"""

import contextlib
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

#: seconds between two beats, and a silence that counts as an outage
EVERY, GAP = 20.0, 300.0


class Heartbeat:
    """`beat()` is called about once a second; `answers()` says whether a page with a question to the database comes."""

    def __init__(
        self,
        path: Path,
        answers: Callable[[], bool],
        tell: Callable[[float, float], Sequence[str]],
        *,
        wall: Callable[[], float] = time.time,
        gap: float = GAP,
    ) -> None:
        self._path, self._answers, self._tell, self._wall, self._gap = path, answers, tell, wall, gap
        self._due = 0.0
        self._told: subprocess.Popen[bytes] | None = None

    def beat(self) -> None:
        """Note that the installation answers now, and tell of the silence before when it was long."""
        if self._told is not None and self._told.poll() is not None:
            self._told = None
        if time.monotonic() < self._due:
            return
        self._due = time.monotonic() + EVERY
        if not self._answers():
            return
        now, before = self._wall(), self.last()
        if before is not None and now - before > self._gap:
            self._told = subprocess.Popen(
                [sys.executable, "-m", "kinerja", *self._tell(before, now)], stdin=subprocess.DEVNULL
            )
        part = self._path.with_suffix(".part")
        with contextlib.suppress(OSError):  # a full disk must not stop the service
            part.write_text(f"{now:.0f}\n", encoding="ascii")
            part.replace(self._path)

    def last(self) -> float | None:
        """When it last answered; None on the first start."""
        try:
            return float(self._path.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None
