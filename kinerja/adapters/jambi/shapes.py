"""How the work of a grown demonstration spreads over its year: seasons, leave, empty stores, work written down late.

Work that lay still is caught up within its quarter, so that every quarter adds up to its days: nobody's result is weak
because of a shape. `bench/years` has years that fail; here are those that a team looks like when nothing is wrong.
"""

import math
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from random import Random

from kinerja.adapters.jambi.quarters import quarter_ends


class Shape(StrEnum):
    """What happened to somebody's work in the year, or to writing it down."""

    STEADY = "STEADY"
    SEASONAL = "SEASONAL"
    LEAVE = "LEAVE"
    STOCK_OUT = "STOCK_OUT"
    BACKLOG = "BACKLOG"
    OUTAGE = "OUTAGE"


#: of a hundred people; outages come to units, all of whose people share one
SHARES = {Shape.STEADY: 52, Shape.SEASONAL: 20, Shape.BACKLOG: 13, Shape.LEAVE: 8, Shape.STOCK_OUT: 7}
#: in a gap this much of the work goes on
GOES_ON = {Shape.LEAVE: 0.0, Shape.STOCK_OUT: 0.2}
_VARIANTS = 48


def choose(random: Random) -> tuple[Shape, int]:
    """A shape, and which of its variants."""
    return random.choices(list(SHARES), list(SHARES.values()))[0], random.randrange(_VARIANTS)


def gap(shape: Shape, variant: int, year: int) -> tuple[date, date] | None:
    """First and last day of what interrupted the work: three to six weeks in the middle of a quarter."""
    if shape not in GOES_ON:
        return None
    quarter, rest = divmod(variant, 12)
    start = date(year, 3 * quarter + 1, 1) + timedelta(days=10 + 7 * (rest // 4))
    return start, start + timedelta(days=20 + 7 * (rest % 4))


@lru_cache(maxsize=1_000)
def work_until(shape: Shape, variant: int, year: int) -> tuple[float, ...]:
    """Days of work done before each day of the year; every quarter adds up to its own days."""
    start, until = date(year, 1, 1), [0.0]
    for end in quarter_ends(year):
        days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
        weights = [_weight(shape, variant, day) for day in days]
        whole = len(days) / sum(weights)
        for weight in weights:
            until.append(until[-1] + weight * whole)
        start = end + timedelta(days=1)
    return tuple(until)


def _weight(shape: Shape, variant: int, day: date) -> float:
    if shape is Shape.SEASONAL:
        return 1 + 0.6 * math.cos((day.month - 1 - variant / 4) * math.tau / 12)
    interrupted = gap(shape, variant, day.year)
    if interrupted and interrupted[0] <= day <= interrupted[1]:
        return GOES_ON[shape]
    return 1.0
