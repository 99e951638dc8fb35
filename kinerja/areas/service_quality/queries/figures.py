"""The figures that indicators take from a service's volumes, day by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from kinerja.areas.service_quality.models import Figure
from kinerja.base.tenancy.context import current_id
from kinerja.rules.codes import Consolidation

_VOLUMES = """
SELECT v.service_id, v.officer_id, v.day, v.served, coalesce(v.to_standard, 0)
  FROM service_quality_volume v
 WHERE v.instansi_id = %(instansi)s AND v.service_id = ANY(%(services)s) AND v.day BETWEEN %(begin)s AND %(end)s
 ORDER BY v.day
"""
_POPULATIONS = """
SELECT DISTINCT ON (p.service_id, p.year) p.service_id, p.year, p.people
  FROM service_quality_population p
 WHERE p.instansi_id = %(instansi)s AND p.service_id = ANY(%(services)s)
 ORDER BY p.service_id, p.year, p.at DESC, p.id DESC
"""
_PLACES = Decimal("0.0001")
Days = dict[date, Decimal]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figure of which service, for whom (None: the whole unit), over which days (both included)."""

    service_id: UUID
    figure: str
    officer_id: UUID | None
    begin: date
    end: date


def figures(asked: Iterable[Asked]) -> dict[Asked, Days]:
    """Each question's figure on the days that have a volume. Two queries, whatever is asked.

    Counts are those of the day. A percentage is that of all days from `begin` up to the day; the coverage is that of the
    day's calendar year against its population, and is missing while no population is set.
    """
    wanted = list(dict.fromkeys(asked))
    if not wanted:
        return {}
    spoken: dict[str, Any] = {
        "instansi": current_id(),
        "services": list({each.service_id for each in wanted}),
        "begin": min(_reach(each) for each in wanted),
        "end": max(each.end for each in wanted),
    }
    with connection.cursor() as cursor:
        cursor.execute(_VOLUMES, spoken)
        unit, own = _by_day(cursor.fetchall())
        cursor.execute(_POPULATIONS, spoken)
        people = {(service, year): count for service, year, count in cursor.fetchall()}
    found = {}
    for each in wanted:
        days = unit.get(each.service_id, {})
        if each.officer_id is not None:
            days = own.get((each.service_id, each.officer_id), {})
        found[each] = _figure(each, days, people)
    return found


def come_to(days: Days, consolidation: str) -> Decimal | None:
    """What the figures of several days are together, by the indicator's consolidation; None without any day."""
    if not days:
        return None
    if consolidation == Consolidation.TAKE_LAST_KNOWN:
        return days[max(days)]
    whole = sum(days.values(), Decimal(0))
    return (
        whole if consolidation == Consolidation.SUM else (whole / len(days)).quantize(_PLACES, ROUND_HALF_UP)
    )


_Counts = dict[date, tuple[int, int]]


def _by_day(rows: list[tuple]) -> tuple[dict[UUID, _Counts], dict[tuple[UUID, UUID], _Counts]]:
    """Served and served to standard of each day: of the whole unit, and of each named officer."""
    unit: dict[UUID, _Counts] = {}
    own: dict[tuple[UUID, UUID], _Counts] = {}
    for service, officer, day, served, standard in rows:
        days = unit.setdefault(service, {})
        before = days.get(day, (0, 0))
        days[day] = (before[0] + served, before[1] + standard)
        if officer is not None:
            own.setdefault((service, officer), {})[day] = (served, standard)
    return unit, own


def _reach(asked: Asked) -> date:
    """A coverage counts from the first of January, whenever the SKP begins."""
    return asked.begin.replace(month=1, day=1) if asked.figure == Figure.COVERAGE else asked.begin


def _figure(asked: Asked, days: _Counts, people: dict[tuple[UUID, int], int]) -> Days:
    within = {day: pair for day, pair in days.items() if _reach(asked) <= day <= asked.end}
    if asked.figure == Figure.SHARE:
        found = _shares(within)
    elif asked.figure == Figure.COVERAGE:
        found = _coverage(within, asked.service_id, people)
    else:
        at = 0 if asked.figure == Figure.SERVED else 1
        found = {day: Decimal(pair[at]) for day, pair in within.items()}
    return {day: value for day, value in found.items() if day >= asked.begin}


def _shares(days: _Counts) -> Days:
    found: Days = {}
    served = standard = 0
    for day, (more, good) in days.items():
        served, standard = served + more, standard + good
        if served:
            found[day] = _percent(standard, served)
    return found


def _coverage(days: _Counts, service_id: UUID, people: dict[tuple[UUID, int], int]) -> Days:
    found: Days = {}
    year, standard = 0, 0
    for day, (_served, good) in days.items():
        standard = good if day.year != year else standard + good
        year = day.year
        if (service_id, year) in people:
            found[day] = _percent(standard, people[service_id, year])
    return found


def _percent(part: int, whole: int) -> Decimal:
    return (Decimal(part * 100) / Decimal(whole)).quantize(_PLACES, ROUND_HALF_UP)
