"""What reporting may take of people, and how its deadlines are spread: our own figures, no regulation knows any."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from kinerja.rules import parameters


def ceiling(*, leads: bool, on: date) -> int:
    """The minutes a week that forms may take of an employee, or of who leads about ten people."""
    return parameters.whole("burden.leader" if leads else "burden.employee", on=on)


def soft_moment(unit: str, month: date, days: Sequence[date]) -> datetime:
    """The moment of a unit's soft deadline for a month, in local time: drawn from the two alone, evenly over these days.

    The same whenever it is asked; next month another one. `days`: the working days of the window, at least one.
    """
    begins, ends, step = (parameters.whole(name, on=days[-1]) for name in _HOURS)
    a_day = timedelta(hours=ends - begins) // timedelta(minutes=step) + 1
    drawn = int.from_bytes(hashlib.sha256(f"{unit}:{month:%Y-%m}".encode()).digest()[:8], "big")
    day, place = divmod(drawn % (len(days) * a_day), a_day)
    return datetime.combine(days[day], time(begins)) + timedelta(minutes=place * step)


_HOURS = ("surge.soft_begins", "surge.soft_ends", "surge.soft_step")


def shown_before(on: date) -> timedelta:
    """So long before the first soft deadline of a month people are told theirs."""
    return timedelta(days=parameters.whole("surge.shown_before", on=on))


def measured_peak(on: date) -> int:
    """People a second, for a minute, of whom no report was lost or doubled, as published in docs/operations/capacity.md."""
    return parameters.whole("surge.peak", on=on)
