"""What was told lately, so that whoever opens a stream hears at once what changed since his page was made.

Without it every page would fetch all its fragments again as soon as its stream stands: fifty requests for a board of fifty.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from kinerja.tools.live.topics import LIFETIME

#: clocks of two machines may differ by so much, and a name may be told so long after the act
SLACK = timedelta(seconds=5)
#: as long as a ticket lives; more names than this are not kept, and older pages look for themselves
KEPT = LIFETIME + SLACK
MOST = 100_000


class Memory:
    """When each name was told last. `note` in the order of time."""

    def __init__(self) -> None:
        self._told: dict[str, datetime] = {}
        self._whole_since: datetime | None = None

    def begin(self, now: datetime) -> None:
        """From now on everything is heard."""
        self._told, self._whole_since = {}, now

    def end(self) -> None:
        """Nothing is heard any more."""
        self._whole_since = None

    def note(self, names: Iterable[str], now: datetime) -> None:
        """These names are told now."""
        for name in names:
            self._told.pop(name, None)  # the oldest stand first
            self._told[name] = now
        while self._told:
            oldest = next(iter(self._told))
            at = self._told[oldest]
            if len(self._told) <= MOST and at >= now - KEPT:
                break
            del self._told[oldest]
            if self._whole_since is not None:
                self._whole_since = max(self._whole_since, at)

    def since(self, moment: datetime, names: Iterable[str]) -> set[str] | None:
        """Which of the names were told since a page was made; None when that is not known."""
        asked = moment - SLACK
        if self._whole_since is None or self._whole_since > asked:
            return None
        return {name for name in names if name in self._told and self._told[name] >= asked}
