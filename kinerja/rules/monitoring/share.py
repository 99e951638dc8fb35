"""Which part of a period's work should be done by a day: evenly over working days, or by season.

The answer is a bare fraction that goes into `pace`, whose verdict tells the story.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date
from fractions import Fraction

from kinerja.rules.citation import design
from kinerja.rules.periods import Period
from kinerja.rules.wording import Number
from kinerja.rules.working_days import FIVE_DAY_WEEKEND, NO_FREE_DAYS, count_working_days

CITES = (design("3"),)


def linear(
    start: date,
    end: date,
    today: date,
    free_days: Container[date] = NO_FREE_DAYS,
    *,
    weekend: Container[int] = FIVE_DAY_WEEKEND,
) -> Fraction:
    """Working days up to and including today over all working days of the span; 0 before it, 1 after it.

    A span without a single working day counts by calendar days.
    """
    if today < start:
        return Fraction(0)
    last = min(today, end)
    whole = count_working_days(start, end, free_days, weekend=weekend)
    if not whole:
        return Fraction((last - start).days + 1, (end - start).days + 1)
    return Fraction(count_working_days(start, last, free_days, weekend=weekend), whole)


def seasonal(
    shares: Mapping[Period, Number],
    today: date,
    free_days: Container[date] = NO_FREE_DAYS,
    *,
    weekend: Container[int] = FIVE_DAY_WEEKEND,
) -> Fraction:
    """By the agreed parts of sub-periods (`{Triwulan I: 40, Triwulan II: 20, …}`; any positive scale).

    Within a sub-period the work runs evenly over its working days. Raises ValueError when the parts add up
    to 0 or one is negative.
    """
    parts = {period: Fraction(share) for period, share in shares.items()}
    whole = sum(parts.values(), Fraction(0))
    if whole <= 0 or min(parts.values()) < 0:
        raise ValueError("Pembagian target per periode harus positif dan jumlahnya lebih dari nol.")
    done = (
        share * linear(period.start, period.end, today, free_days, weekend=weekend)
        for period, share in parts.items()
    )
    return sum(done, Fraction(0)) / whole
