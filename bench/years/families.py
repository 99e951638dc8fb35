"""The families of years: what happened to the work, and how it was reported. Everything from one seed.

The work of a day has a strength: 1 is as planned, 0 none. A family changes the strength (and the season, the reporting, the
network); a kind of indicator turns strength into figures. Half of the years of a family that has no harm of its own (seasonal,
month-end backlog, outage) get a late step as well, so that each family holds both years to warn of and years to leave alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from bench.years.measuring import reports_of
from bench.years.shapes import BEGINS, DAYS, ENDS, KINDS, Kind, Year


@dataclass
class Work:
    """A year's plan of work before it becomes figures."""

    random: Random
    #: what the unit can do against what it promised; below 1 it cannot
    capacity: float
    strength: list[float] = field(default_factory=lambda: [1.0] * len(DAYS))
    season: list[float] = field(default_factory=lambda: [1.0] * 12)
    silent: list[tuple[date, date]] = field(default_factory=list)
    outages: list[tuple[date, date]] = field(default_factory=list)
    every: str = "weekly"
    knows_last_year: bool = False
    begins_on: date | None = None

    def weaken(self, begin: date, end: date, strength: float) -> None:
        """Multiply the strength between two days, both included."""
        for place in range(max(0, (begin - BEGINS).days), min(len(DAYS), (end - BEGINS).days + 1)):
            self.strength[place] *= strength


def year(family: str, kind: Kind, seed: int) -> Year:
    """The year of this family, kind and seed; always the same."""
    random = Random(f"{family}/{kind.name}/{seed}")  # noqa: S311 - figures that anybody can make again
    work = Work(random, capacity=random.uniform(1.03, 1.22))
    work.every = random.choice(("daily", "weekly", "weekly", "half-monthly", "monthly"))
    work.knows_last_year = random.random() < 0.3
    if random.random() < 0.12:  # promised more than it ever could
        work.capacity, work.begins_on = random.uniform(0.72, 0.94), BEGINS
    FAMILIES[family](work)
    return reports_of(family, kind, seed, work)


def every_year(seeds: range) -> list[Year]:
    """All families and kinds of these seeds."""
    return [year(family, kind, seed) for family in FAMILIES for kind in KINDS for seed in seeds]


def _day(random: Random, first: date, last: date) -> date:
    return first + timedelta(random.randrange((last - first).days + 1))


def _harm(work: Work, begin: date) -> None:
    """From here on the year has a cause, unless an earlier one already counts."""
    work.begins_on = min(begin, work.begins_on or begin)


def _step(work: Work) -> None:
    """From one day on the work is weaker, and stays so."""
    begin = _day(work.random, date(2026, 2, 10), date(2026, 11, 15))
    work.weaken(begin, ENDS, work.random.uniform(0.15, 0.8))
    _harm(work, begin)


def _sometimes_step(work: Work) -> None:
    if work.random.random() < 0.5:
        _step(work)


def clean(work: Work) -> None:
    """Nothing happens."""


def seasonal(work: Work) -> None:
    """Most of the work falls into a few months; last year's shape is often known."""
    peak, depth = work.random.uniform(0, 12), work.random.uniform(0.35, 0.8)
    work.season = [1 + depth * math.cos((month - peak) * math.tau / 12) for month in range(12)]
    if work.random.random() < 0.4:  # a campaign in two months
        month = work.random.randrange(11)
        work.season[month] += 1.5
        work.season[month + 1] += 1.0
    work.knows_last_year = work.random.random() < 0.7
    _sometimes_step(work)


def late_step(work: Work) -> None:
    """A machine breaks, a colleague is moved: weaker from one day on."""
    _step(work)


def sick_leave(work: Work) -> None:
    """Away for weeks, nothing reported; afterwards some of it is caught up."""
    begin = _day(work.random, date(2026, 1, 20), date(2026, 10, 20))
    end = begin + timedelta(work.random.randint(14, 110))
    work.silent.append((begin, end))
    work.weaken(begin, end, 0.0)
    work.weaken(end + timedelta(1), end + timedelta(56), work.random.uniform(1.0, 1.3))
    _harm(work, begin)


def month_end_backlog(work: Work) -> None:
    """The month's work is written down on its last days."""
    work.every = "month-end"
    _sometimes_step(work)


def outage(work: Work) -> None:
    """The network is away; what was done meanwhile is reported afterwards."""
    for _each in range(work.random.randint(1, 2)):
        begin = _day(work.random, date(2026, 1, 15), date(2026, 11, 1))
        work.outages.append((begin, begin + timedelta(work.random.randint(3, 25))))
    _sometimes_step(work)


def stock_out(work: Work) -> None:
    """Vaccine, blanks or fuel run out for weeks; when they come, a part is caught up."""
    begin = _day(work.random, date(2026, 1, 20), date(2026, 10, 20))
    length = work.random.randint(21, 100)
    end = begin + timedelta(length)
    work.weaken(begin, end, work.random.uniform(0.0, 0.35))
    work.weaken(end + timedelta(1), end + timedelta(length), work.random.uniform(1.0, 1.35))
    _harm(work, begin)


FAMILIES: dict[str, Callable[[Work], None]] = {
    "clean": clean,
    "seasonal": seasonal,
    "late step": late_step,
    "sick leave": sick_leave,
    "month-end backlog": month_end_backlog,
    "outage": outage,
    "stock-out": stock_out,
}
