"""What stands beside a line of the board: the way its worst result went month by month, and the next talk. One query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
from typing import Any
from uuid import UUID

from django.db import connection

from kinerja.areas.monitoring.states import TalkState
from kinerja.areas.reporting.queries import Watched
from kinerja.base.tenancy.context import current_id
from kinerja.rules.codes import Consolidation, Polarity
from kinerja.rules.monitoring.pace import expected
from kinerja.rules.monitoring.share import linear
from kinerja.rules.planning.achievement import Target

#: of SUM and AVERAGE what the month brought, else its last figure
_BESIDE = """
SELECT asked.person, t.day, coalesce(t.subject, ''), m.months, m.figures, m.counts
  FROM unnest(%(persons)s::uuid[], %(lines)s::uuid[], %(begins)s::date[]) AS asked(person, line, begins)
  LEFT JOIN monitoring_talk t ON t.instansi_id = %(instansi)s AND t.person_id = asked.person AND t.state = %(planned)s
  LEFT JOIN LATERAL (
    SELECT array_agg(x.month ORDER BY x.month) AS months, array_agg(x.figure ORDER BY x.month) AS figures,
           array_agg(x.reports ORDER BY x.month) AS counts
      FROM (SELECT date_trunc('month', r.day)::date AS month, count(*)::int AS reports,
                   CASE i.consolidation WHEN 'TAKE_LAST_KNOWN'
                        THEN (array_agg(r.value ORDER BY r.day DESC, r.sent_at DESC, r.id DESC))[1]
                        ELSE sum(r.value) END AS figure
              FROM planning_indicator i
              JOIN planning_indicator v ON v.instansi_id = i.instansi_id AND v.lineage = i.lineage
              JOIN reporting_report r ON r.instansi_id = v.instansi_id AND r.indicator_id = v.id
               AND r.state IN ('DIKIRIM', 'DITERIMA') AND r.day BETWEEN asked.begins AND %(day)s
             WHERE i.instansi_id = %(instansi)s AND i.id = asked.line
             GROUP BY i.consolidation, date_trunc('month', r.day)) x) m ON true
"""


@dataclass(frozen=True, slots=True)
class Trail:
    """Month by month up to today: what should have been there at its end, and what was; None where nothing was reported yet."""

    days: list[date]
    expected: list[Decimal]
    reached: list[Decimal | None]
    target: Decimal
    ends: date


@dataclass(frozen=True, slots=True)
class Beside:
    """What a line says besides its pace."""

    talk_on: date | None = None
    talk_subject: str = ""
    trail: Trail | None = None


def beside(
    worst: Sequence[tuple[UUID, Watched | None]], today: date, free: frozenset[date]
) -> dict[UUID, Beside]:
    """For each person with the line that stands worst. One query whatever the number."""
    asked: dict[str, Any] = {
        "instansi": current_id(), "day": today, "planned": TalkState.PLANNED.value,
        "persons": [person for person, _line in worst],
        "lines": [line and line.id for _person, line in worst],
        "begins": [line and line.begins for _person, line in worst],
    }  # fmt: skip
    lines = dict(worst)
    with connection.cursor() as cursor:
        cursor.execute(_BESIDE, asked)
        return {
            person: Beside(day, subject, _trail(lines[person], months, figures, counts, today, free))
            for person, day, subject, months, figures, counts in cursor.fetchall()
        }


def _trail(
    line: Watched | None,
    months: list[date] | None,
    figures: list[Decimal] | None,
    counts: list[int] | None,
    today: date,
    free: frozenset[date],
) -> Trail | None:
    if line is None:
        return None
    ends = _month_ends(line.begins, min(line.ends, today))
    target = (
        Target.of(line.target)
        if line.target_upper is None
        else Target.between(line.target, line.target_upper)
    )
    due = [
        expected(Polarity[line.polarity], Consolidation[line.consolidation], target, share, line.baseline).low
        for share in _shares(line.begins, line.ends, ends[-1], free)
    ]
    found = dict(zip(months or [], zip(figures or [], counts or [], strict=True), strict=True))
    reached = _reached(line.consolidation, [found.get(day.replace(day=1)) for day in ends])
    return Trail(ends, due, reached, target.low, line.ends)


def _reached(consolidation: str, months: list[tuple[Decimal, int] | None]) -> list[Decimal | None]:
    if consolidation == Consolidation.TAKE_LAST_KNOWN:
        return _kept([each and each[0] for each in months])
    sums = list(accumulate(each[0] if each else Decimal(0) for each in months))
    counts = list(accumulate(each[1] if each else 0 for each in months))
    if consolidation == Consolidation.SUM:
        return [total if count else None for total, count in zip(sums, counts, strict=True)]
    return [total / count if count else None for total, count in zip(sums, counts, strict=True)]


def _kept(figures: list[Decimal | None]) -> list[Decimal | None]:
    """The last figure known stays until another comes."""
    kept: list[Decimal | None] = []
    for each in figures:
        kept.append(each if each is not None or not kept else kept[-1])
    return kept


@lru_cache(maxsize=64)
def _shares(begin: date, end: date, last: date, free: frozenset[date]) -> tuple[Fraction, ...]:
    """The part of the work due at the end of each month: the same for everybody whose SKP has these days."""
    return tuple(linear(begin, end, day, free) for day in _month_ends(begin, last))


@lru_cache(maxsize=64)
def _month_ends(begin: date, end: date) -> list[date]:
    """The last day of each month, the last one cut off at `end`."""
    ends, day = [], begin
    while day <= end:
        following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        ends.append(min(following - timedelta(days=1), end))
        day = following
    return ends
