"""When notices may go outside, as long as an instansi set nothing else: our own design, no regulation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules.parameters import value


@dataclass(frozen=True, slots=True)
class NoticeHours:
    """Minutes since midnight, WIB."""

    quiet_from: int
    quiet_until: int
    digest_at: int


def usual(on: date) -> NoticeHours:
    """The hours that hold on this day; raises `NoFigure` before the first of them."""
    return NoticeHours(
        int(value("notices.quiet_from", on=on)),
        int(value("notices.quiet_until", on=on)),
        int(value("notices.digest_at", on=on)),
    )
