"""From the strength of the work to what people write into the form: figures, days, and when they come in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from bench.years.shapes import DAYS, FREE, Kind, Reported, Year
from kinerja.rules.codes import Consolidation, Polarity

if TYPE_CHECKING:
    from bench.years.families import Work

WORKDAYS = tuple(day for day in DAYS if day.weekday() < 5 and day not in FREE)


def reports_of(family: str, kind: Kind, seed: int, work: Work) -> Year:
    """Everything somebody with this year would have reported."""
    effort = _efforts(work)
    measure = {
        Consolidation.SUM: _sum,
        Consolidation.AVERAGE: _average,
        Consolidation.TAKE_LAST_KNOWN: _last,
    }
    low, high, baseline, figures = measure[kind.consolidation](kind, work, effort)
    return Year(
        family, kind, seed, low, high, baseline,
        reports=[Reported(day, value, _sent(day, work)) for day, value in figures],
        outages=sorted(work.outages), last_year=_last_year(kind, work), begins_on=work.begins_on,
    )  # fmt: skip


def _efforts(work: Work) -> dict[date, float]:
    """The strength of each working day, in slow waves: a good fortnight is followed by one as good."""
    wave, efforts = 0.0, {}
    for day in WORKDAYS:
        wave = 0.92 * wave + work.random.gauss(0, 0.05)
        efforts[day] = max(0.0, work.strength[(day - DAYS[0]).days] * (1 + wave))
    return efforts


def _moments(work: Work) -> Iterator[tuple[date, list[date]]]:
    """The days on which something is written, each with the working days it is about."""
    open_days: list[date] = []
    step = {"daily": 1, "weekly": 5, "half-monthly": 10, "monthly": 21, "month-end": 0}[work.every]
    for place, day in enumerate(WORKDAYS):
        following = WORKDAYS[place + 1] if place + 1 < len(WORKDAYS) else None
        away = any(begin <= day <= end for begin, end in work.silent)
        if not away:
            open_days.append(day)
        ends_month = following is None or following.month != day.month
        due = ends_month if step == 0 else len(open_days) >= step + work.random.choice((0, 0, 0, 1))
        if open_days and not away and (due or following is None):
            yield day, open_days
            open_days = []


def _sum(
    kind: Kind, work: Work, effort: dict[date, float]
) -> tuple[float, float, None, list[tuple[date, float]]]:
    random = work.random
    target = float(random.choice((24, 60, 120, 240, 600, 2400, 6000)))
    if kind.polarity is Polarity.MINIMIZE:
        target = float(random.choice((20, 40, 80, 150)))
    whole = sum(work.season[day.month - 1] for day in WORKDAYS)
    daily, carried, figures = target / whole, 0.0, []
    scatter = random.uniform(0.2, 0.7)
    for day, about in _moments(work):
        amount = 0.0
        for each in about:
            mean = daily * work.season[each.month - 1] * _rate(kind, work, effort[each])
            amount += _count(random, mean, scatter)
        carried += amount
        done = float(int(carried + 1e-9))  # whole pieces only; the rest is finished later
        carried -= done
        figures.append((day, done))
    return target, target, None, figures


def _rate(kind: Kind, work: Work, effort: float) -> float:
    """How fast the figure grows against the plan."""
    if kind.polarity is Polarity.MINIMIZE:  # complaints, losses: weak work makes more of them
        return (1 + 1.6 * (1 - effort)) / work.capacity if effort < 1 else 1 / (work.capacity * effort)
    return work.capacity * effort


def _count(random: Random, mean: float, scatter: float) -> float:
    """A day's amount: scattered as counts are when few, as work is when many."""
    if mean <= 0:
        return 0.0
    spread = (mean + (scatter * mean) ** 2) ** 0.5
    return max(0.0, random.gauss(mean, spread)) if mean > 4 else _few(random, mean)


def _few(random: Random, mean: float) -> float:
    """Knuth's Poisson."""
    limit, product, number = 2.718281828459045**-mean, random.random(), 0
    while product > limit:
        product *= random.random()
        number += 1
    return float(number)


def _average(
    kind: Kind, work: Work, effort: dict[date, float]
) -> tuple[float, float, None, list[tuple[date, float]]]:
    random, figures = work.random, []
    low, high, level, harm = _level(kind, work)
    noise = random.uniform(0.01, 0.05) * max(level, 20)
    swing = 0.1 * level
    for day, about in _moments(work):
        weak = 1 - sum(effort[each] for each in about) / len(about)
        season = swing * (work.season[day.month - 1] - 1) * 0.3
        value = level + season + harm * weak + random.gauss(0, noise)
        figures.append((day, round(min(max(value, 0.0), 100.0 if low == 85 else 1e9), 1)))
    return low, high, None, figures


def _level(kind: Kind, work: Work) -> tuple[float, float, float, float]:
    """Target, the level of ordinary work, and what a whole loss of strength adds to it."""
    margin = work.capacity - 1
    if kind.polarity is Polarity.MAXIMIZE:
        return 85.0, 85.0, 85 * (1 + 0.5 * margin), -35.0
    if kind.polarity is Polarity.MINIMIZE:
        return 30.0, 30.0, 30 * (1 - 0.8 * margin), 30.0
    side = 1 if work.random.random() < 0.5 else -1
    level = 72.5 + side * 12.5 * (1 - 4 * margin)
    return 60.0, 85.0, level, side * 40.0


def _last(
    kind: Kind, work: Work, effort: dict[date, float]
) -> tuple[float, float, float, list[tuple[date, float]]]:
    random, figures = work.random, []
    baseline, target = (40.0, 80.0) if kind.polarity is Polarity.MAXIMIZE else (24.0, 14.0)
    if random.random() < 0.3 and kind.polarity is Polarity.MAXIMIZE:
        baseline, target = 0.0, 100.0
    whole = sum(work.season[day.month - 1] for day in WORKDAYS)
    noise, level = random.uniform(0.0, 0.015) * abs(target - baseline), baseline
    for day, about in _moments(work):
        for each in about:
            step = (target - baseline) / whole * work.season[each.month - 1] * work.capacity * effort[each]
            level += step * (1 + random.gauss(0, 0.5))
        figures.append((day, round(max(0.0, level + random.gauss(0, noise)), 1)))
    return target, target, baseline, figures


def _last_year(kind: Kind, work: Work) -> list[float] | None:
    """Twelve figures of the year before: what was done a month, the mean of a month, or where the month ended."""
    if not work.knows_last_year:
        return None
    random = work.random
    months = [sum(day.month == month + 1 for day in WORKDAYS) * work.season[month] for month in range(12)]
    scattered = [max(0.0, each * random.gauss(1, 0.08)) for each in months]
    if kind.consolidation is Consolidation.SUM:
        return [round(each, 1) for each in scattered]
    if kind.consolidation is Consolidation.AVERAGE:
        level = _level(kind, work)[2]
        return [round(level * (1 + 0.03 * (season - 1)) + random.gauss(0, 1), 1) for season in work.season]
    begin, grown, reached = 20.0, 0.0, []
    for each in scattered:
        grown += each
        reached.append(round(begin + 30 * grown / sum(scattered), 1))
    return reached


def _sent(day: date, work: Work) -> date:
    """The same or the next days; what falls into an outage comes in after it."""
    sent = day + timedelta(work.random.choice((0, 0, 0, 1, 1, 2)))
    for begin, end in sorted(work.outages):
        if begin <= sent <= end:
            sent = end + timedelta(work.random.randint(1, 6))
    return min(sent, DAYS[-1])
