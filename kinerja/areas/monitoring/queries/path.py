"""The way to the target as a picture shows it: what should be there, what is there, where it is expected to end."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate

from kinerja.areas.monitoring.queries.series import Measured, away_of, last_years, weeks_of
from kinerja.base.calendar.days import free_days
from kinerja.rules.codes import Consolidation
from kinerja.rules.monitoring.forecast import Forecast, forecast
from kinerja.rules.monitoring.series import Observed
from kinerja.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Milestone:
    """The end of a month: what should be there, and what was; None after today."""

    day: date
    expected: Decimal
    reached: Decimal | None


@dataclass(frozen=True, slots=True)
class Path:
    """Everything the picture and its table need."""

    line: Measured
    today: date
    milestones: list[Milestone]
    reached: list[tuple[date, Decimal]]
    verdict: Verdict[Forecast]


def path_of(line: Measured, today: date) -> Path:
    """The path of one line, reckoned now. Four queries."""
    free = free_days(line.begins, line.ends)
    seen = weeks_of([line], today)[line.lineage]
    last_year = last_years([line]).get(line.lineage, ())
    away = away_of([line.unit_id], line.begins, today)[line.unit_id]
    asked = {
        **line.asked(), "start": line.begins, "end": line.ends, "baseline": line.baseline, "last_year": last_year,
        "free_days": free,
    }  # fmt: skip
    verdict = forecast(**asked, on=today, observations=seen, away=away, unit=line.unit_of_measure)
    reached = _reached(line, seen)
    milestones = [
        Milestone(day, forecast(**asked, on=day).value.expected, _at(reached, day) if day <= today else None)
        for day in _month_ends(line.begins, line.ends)
    ]
    return Path(line, today, milestones, reached, verdict)


def _reached(line: Measured, seen: list[Observed]) -> list[tuple[date, Decimal]]:
    """What was there after each week: the sum, the mean, or the last figure so far."""
    days = [each.day for each in seen]
    values = [each.value for each in seen]
    if line.consolidation == Consolidation.TAKE_LAST_KNOWN:
        return list(zip(days, values, strict=True))
    sums = list(accumulate(values))
    if line.consolidation == Consolidation.SUM:
        return list(zip(days, sums, strict=True))
    counts = accumulate(each.count for each in seen)
    return [(day, total / count) for day, total, count in zip(days, sums, counts, strict=True)]


def _at(reached: list[tuple[date, Decimal]], day: date) -> Decimal | None:
    return next((value for when, value in reversed(reached) if when <= day), None)


def _month_ends(begin: date, end: date) -> list[date]:
    ends, year, month = [], begin.year, begin.month
    while (last := date(year, month, monthrange(year, month)[1])) < end:
        ends.append(last)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return [*ends, end]
