"""How many of several reports must have been opened before all of them are accepted at once (our own design)."""

from __future__ import annotations

from datetime import date

from kinerja.rules.limits import at_least
from kinerja.rules.parameters import figure


def sample_size(reports: int, on: date) -> int:
    """A share of them, rounded up, and never fewer than the least; at most all."""
    at_least("reports", reports, 0)
    share, least = (figure(name, on=on).value for name in ("evidence.sample_share", "evidence.sample_least"))
    return min(reports, max(int(least), -(-int(share) * reports // 100)))
