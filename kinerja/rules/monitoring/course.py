"""How much of a year's work lies before each day: working days, and last year's months where they are known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from kinerja.rules.working_days import FIVE_DAY_WEEKEND

#: what an ordinary working day weighs
DAY = 1_000_000
_MONTHS = 12
_ORDINARY = (DAY,) * _MONTHS
_ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=512)
def course(
    start: date, end: date, free_days: frozenset[date], season: tuple[int, ...] = ()
) -> tuple[int, ...]:
    """The work before each day of the span, and as the last figure the whole of it.

    `season` is what a working day of each month weighs (`season_of`); without it each weighs the same. A span without a
    working day counts every day.
    """
    weights = season or _ORDINARY
    done, total, day = [0], 0, start
    for _each in range((end - start).days + 1):
        if day.weekday() not in FIVE_DAY_WEEKEND and day not in free_days:
            total += weights[day.month - 1]
        done.append(total)
        day += _ONE_DAY if day < date.max else timedelta(0)
    if total:
        return tuple(done)
    return tuple(DAY * number for number in range(len(done)))


def season_of(amounts: Sequence[int], start: date, free_days: frozenset[date], trust: int) -> tuple[int, ...]:
    """What a working day of each month weighs after what was done in each month of the year before.

    `trust` is the part, in percent, in which last year is believed; the rest is even. Without twelve amounts that are
    not negative, and more than nothing together, there is no season.
    """
    whole = sum(amounts)
    if len(amounts) != _MONTHS or min(amounts) < 0 or not whole:
        return ()
    days = _workdays(start.year, free_days)
    year = sum(days)
    if not min(days):
        return ()
    even = DAY * (100 - trust) // 100
    return tuple(
        even + DAY * trust * amount * year // (100 * days[month] * whole)
        for month, amount in enumerate(amounts)
    )


@lru_cache(maxsize=64)
def _workdays(year: int, free_days: frozenset[date]) -> tuple[int, ...]:
    """The working days of each month of a year."""
    counts, day = [0] * _MONTHS, date(year, 1, 1)
    for _each in range(365):
        if day.weekday() not in FIVE_DAY_WEEKEND and day not in free_days:
            counts[day.month - 1] += 1
        day += _ONE_DAY if day < date.max else timedelta(0)
    return tuple(counts)
