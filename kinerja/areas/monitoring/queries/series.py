"""What a forecast reads, for many lines at once: reports by week, last year's months, logged outages. Plain rows, no models."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from kinerja.areas.planning.states import PeriodState, SkpState
from kinerja.base.calendar.models import Outage
from kinerja.base.tenancy.context import current_id
from kinerja.rules.codes import Consolidation, Polarity
from kinerja.rules.monitoring.series import Away, Observed
from kinerja.rules.planning.achievement import Target
from kinerja.tools.clock import WIB

#: an outage shorter than this leaves enough of its day to report
_HOURS = 4

_MEASURED = """
SELECT i.id, i.lineage, s.person_id, s.unit_id, i.name, i.unit_of_measure, i.polarity, i.consolidation, i.target,
       i.target_upper, i.baseline, s.begins, s.ends
  FROM planning_skp s
  JOIN planning_period p ON p.instansi_id = s.instansi_id AND p.id = s.period_id AND p.state = %(open)s
  JOIN planning_rhk k ON k.instansi_id = s.instansi_id AND k.skp_id = s.id
  JOIN planning_indicator i ON i.instansi_id = k.instansi_id AND i.rhk_id = k.id
 WHERE s.instansi_id = %(instansi)s AND s.state = %(agreed)s AND s.begins <= %(day)s AND s.ends >= %(day)s {narrow}
 ORDER BY i.id
"""
#: of SUM what the week brought, of AVERAGE the sum of its figures, else its last figure; the day is the last one reported
_WEEKS = """
SELECT v.lineage, max(r.day),
       CASE v.consolidation WHEN 'TAKE_LAST_KNOWN'
            THEN (array_agg(r.value ORDER BY r.day DESC, r.sent_at DESC, r.id DESC))[1] ELSE sum(r.value) END,
       count(*)::int
  FROM planning_indicator v
  JOIN reporting_report r ON r.instansi_id = v.instansi_id AND r.indicator_id = v.id
   AND r.state IN ('DIKIRIM', 'DITERIMA') AND r.day BETWEEN %(begin)s AND %(day)s
 WHERE v.instansi_id = %(instansi)s AND v.lineage = ANY(%(lineages)s)
 GROUP BY v.lineage, v.consolidation, date_trunc('week', r.day)
 ORDER BY v.lineage, 2
"""
#: the same line of the person's SKP of the year before: by its name, unit and consolidation. In steps, each kept: a planner
#: that knows no sizes yet (after an import, in a young database) would join everything with everything in one
_LAST_YEAR = """
WITH mine AS MATERIALIZED (
  SELECT i.instansi_id, i.lineage, i.name, i.unit_of_measure, i.consolidation, s.person_id, s.begins
    FROM planning_indicator i
    JOIN planning_rhk k ON k.instansi_id = i.instansi_id AND k.id = i.rhk_id
    JOIN planning_skp s ON s.instansi_id = k.instansi_id AND s.id = k.skp_id
   WHERE i.instansi_id = %(instansi)s AND i.id = ANY(%(indicators)s)
),
earlier AS MATERIALIZED (
  SELECT DISTINCT e.id, e.person_id, e.begins, e.ends
    FROM planning_skp e
    JOIN (SELECT DISTINCT person_id, begins FROM mine) m ON m.person_id = e.person_id
     AND e.ends < m.begins AND e.ends >= m.begins - 31
   WHERE e.instansi_id = %(instansi)s AND e.state = %(agreed)s
),
lines AS MATERIALIZED (
  SELECT ei.id, ei.name, ei.unit_of_measure, ei.consolidation, e.person_id, e.begins, e.ends
    FROM earlier e
    JOIN planning_rhk ek ON ek.instansi_id = %(instansi)s AND ek.skp_id = e.id
    JOIN planning_indicator ei ON ei.instansi_id = %(instansi)s AND ei.rhk_id = ek.id
)
SELECT i.lineage, extract(month FROM r.day)::int,
       CASE i.consolidation WHEN 'SUM' THEN sum(r.value) WHEN 'AVERAGE' THEN avg(r.value)
            ELSE (array_agg(r.value ORDER BY r.day DESC, r.sent_at DESC, r.id DESC))[1] END
  FROM mine i
  JOIN lines l ON l.person_id = i.person_id AND l.name = i.name AND l.unit_of_measure = i.unit_of_measure
   AND l.consolidation = i.consolidation AND l.ends < i.begins AND l.ends >= i.begins - 31
  JOIN reporting_report r ON r.instansi_id = %(instansi)s AND r.indicator_id = l.id
   AND r.state IN ('DIKIRIM', 'DITERIMA') AND r.day BETWEEN l.begins AND l.ends
 GROUP BY i.lineage, i.consolidation, extract(month FROM r.day)
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """A line of an SKP in force with what the rules ask about it."""

    id: UUID
    lineage: UUID
    person_id: UUID
    unit_id: UUID
    name: str
    unit_of_measure: str
    polarity: str
    consolidation: str
    low: Decimal
    high: Decimal | None
    baseline: Decimal | None
    begins: date
    ends: date

    @property
    def target(self) -> Target:
        return Target(self.low, self.low if self.high is None else self.high)

    def asked(self) -> dict[str, Any]:
        """The arguments of the rule that are the line's own."""
        return {
            "polarity": Polarity[self.polarity],
            "consolidation": Consolidation[self.consolidation],
            "target": self.target,
        }


def measured(person_ids: Iterable[UUID], day: date) -> list[Measured]:
    """The lines of these people that are in force on a day. One query."""
    return _measured("AND s.person_id = ANY(%(ids)s)", list(person_ids), day)


def measured_one(indicator_id: UUID, day: date) -> Measured | None:
    """One line, when its SKP is in force on the day."""
    found = _measured("AND i.id = ANY(%(ids)s)", [indicator_id], day)
    return found[0] if found else None


def _measured(narrow: str, ids: list[UUID], day: date) -> list[Measured]:
    params: dict[str, Any] = {
        "instansi": current_id(),
        "ids": ids,
        "day": day,
        "open": PeriodState.OPEN.value,
        "agreed": SkpState.AGREED.value,
    }
    with connection.cursor() as cursor:
        cursor.execute(_MEASURED.format(narrow=narrow), params)
        return [Measured(*row) for row in cursor.fetchall()]


def weeks_of(lines: Sequence[Measured], day: date) -> dict[UUID, list[Observed]]:
    """What was reported on each line, a figure a week, up to a day; reports on earlier versions included. One query."""
    found: dict[UUID, list[Observed]] = defaultdict(list)
    if not lines:
        return found
    params: dict[str, Any] = {
        "instansi": current_id(), "lineages": [each.lineage for each in lines],
        "begin": min(each.begins for each in lines), "day": day,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_WEEKS, params)
        for lineage, last, value, count in cursor.fetchall():
            found[lineage].append(Observed(last, value, count))
    return found


def last_years(lines: Sequence[Measured]) -> dict[UUID, tuple[Decimal, ...]]:
    """The twelve months of the year before, for the lines that have all of them. One query."""
    months: dict[UUID, dict[int, Decimal]] = defaultdict(dict)
    params: dict[str, Any] = {
        "instansi": current_id(),
        "indicators": [each.id for each in lines],
        "agreed": SkpState.AGREED.value,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LAST_YEAR, params)
        for lineage, month, value in cursor.fetchall():
            months[lineage][month] = value
    return {
        lineage: tuple(by_month[month] for month in range(1, 13))
        for lineage, by_month in months.items()
        if len(by_month) == 12
    }


def away_of(unit_ids: Iterable[UUID], begin: date, end: date) -> dict[UUID | None, tuple[Away, ...]]:
    """Logged outages by unit, those of everybody under None and added to each unit's. One query."""
    rows = list(
        Outage.objects.counting().filter(during__startswith__date__lte=end, during__endswith__date__gte=begin)
    )
    everybody = tuple(_days(row) for row in rows if row.unit_id is None and _is_long(row))
    found: dict[UUID | None, tuple[Away, ...]] = {None: everybody}
    for unit_id in set(unit_ids):
        found[unit_id] = everybody + tuple(
            _days(row) for row in rows if row.unit_id == unit_id and _is_long(row)
        )
    return found


def _is_long(row: Outage) -> bool:
    return bool(row.during.upper - row.during.lower >= timedelta(hours=_HOURS))


def _days(row: Outage) -> Away:
    return Away(row.during.lower.astimezone(WIB).date(), row.during.upper.astimezone(WIB).date())
