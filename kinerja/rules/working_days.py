"""Counting working days. Free days come in as an argument: a deadline of the past stays what it was."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta
from functools import lru_cache

from kinerja.rules.dates import days_after
from kinerja.rules.refusal import Refused
from kinerja.rules.wording import gettext_noop as _

#: `date.weekday()` numbers; six-day units pass `frozenset({SUNDAY})`, shifts an empty set
SATURDAY, SUNDAY = 5, 6
FIVE_DAY_WEEKEND = frozenset({SATURDAY, SUNDAY})
NO_FREE_DAYS: frozenset[date] = frozenset()


def is_working_day(
    day: date, free_days: Container[date] = NO_FREE_DAYS, *, weekend: Container[int] = FIVE_DAY_WEEKEND
) -> bool:
    return day.weekday() not in weekend and day not in free_days


def count_working_days(
    start: date,
    end: date,
    free_days: Container[date] = NO_FREE_DAYS,
    *,
    weekend: Container[int] = FIVE_DAY_WEEKEND,
) -> int:
    """Working days from `start` to `end`, both included; 0 when `end` lies before `start`."""
    if isinstance(free_days, frozenset) and isinstance(weekend, frozenset):
        return _counted(start, end, free_days, weekend)
    return _count(start, end, free_days, weekend)


def _count(start: date, end: date, free_days: Container[date], weekend: Container[int]) -> int:
    days = (start + timedelta(days=n) for n in range((end - start).days + 1))
    return sum(is_working_day(day, free_days, weekend=weekend) for day in days)


#: a team's board asks for the same year once for each indicator
_counted = lru_cache()(_count)


def add_working_days(
    start: date,
    days: int,
    free_days: Container[date] = NO_FREE_DAYS,
    *,
    weekend: Container[int] = FIVE_DAY_WEEKEND,
) -> date:
    """The day that is `days` working days after `start`; `start` itself does not count (regulations 5.5).

    Raises Refused (a ValueError) for fewer than one day, when a year holds no working day at all, and past the year 9999.
    """
    if days < 1:
        raise Refused("days", _("Jumlah hari kerja paling sedikit satu."))
    day, left, idle = start, days, 0
    while left:
        day = days_after(day, 1, "start")
        if is_working_day(day, free_days, weekend=weekend):
            left, idle = left - 1, 0
        else:
            idle += 1
            if idle > 366:
                raise Refused("free_days", _("Tidak ada hari kerja dalam satu tahun."))
    return day
