"""The burden of the forms: minutes a week by role and unit, and which forms cost most. Never of one person to another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from kinerja.base.tenancy.context import current_id
from kinerja.rules.workload import ceiling

WEEKS = 4
#: a figure of fewer people says something about each of them
LEAST = 5

_CELLS = """
SELECT u.id, u.name, q.is_head, count(DISTINCT e.person_id), sum(e.seconds)
  FROM access_effort e
  JOIN organization_assignment a ON a.instansi_id = e.instansi_id AND a.person_id = e.person_id
   AND a.kind = 'DEFINITIF' AND a.during @> %(today)s
  JOIN organization_position q ON q.instansi_id = a.instansi_id AND q.id = a.position_id
  JOIN organization_unit u ON u.instansi_id = a.instansi_id AND u.id = a.unit_id
 WHERE e.instansi_id = %(instansi)s AND e.week >= %(begin)s AND e.week < %(end)s
   AND (%(units)s::uuid[] IS NULL OR a.unit_id = ANY(%(units)s))
 GROUP BY u.id, u.name, q.is_head
"""
_FORMS = """
SELECT e.form, count(DISTINCT e.person_id), sum(e.seconds), sum(e.times)
  FROM access_effort e
 WHERE e.instansi_id = %(instansi)s AND e.week >= %(begin)s AND e.week < %(end)s
   AND (%(units)s::uuid[] IS NULL OR e.person_id IN (
     SELECT a.person_id FROM organization_assignment a
      WHERE a.instansi_id = e.instansi_id AND a.kind = 'DEFINITIF' AND a.during @> %(today)s
        AND a.unit_id = ANY(%(units)s)))
 GROUP BY e.form ORDER BY sum(e.seconds) DESC
"""
_OWN = """
SELECT e.week, e.form, e.seconds, e.times FROM access_effort e
 WHERE e.instansi_id = %(instansi)s AND e.person_id = %(person)s AND e.week >= %(begin)s
 ORDER BY e.week DESC, e.seconds DESC
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """What people of one role in one unit spend; `minutes` a week is None where they are too few to be shown."""

    name: str
    leads: bool
    people: int | None
    minutes: float | None
    ceiling: int

    @property
    def is_over(self) -> bool:
        return self.minutes is not None and self.minutes > self.ceiling


@dataclass(frozen=True, slots=True)
class Form:
    """What a form costs: minutes of all, how often it was sent, seconds each time."""

    name: str
    minutes: float
    times: int

    @property
    def seconds(self) -> float:
        return self.minutes * 60 / self.times


def burden_of(units: Iterable[UUID] | None, today: date) -> tuple[list[Cell], list[Form], int]:
    """The last four whole weeks in these units (None: everywhere): cells, forms, and how many cells were too small.

    Two queries. People in offices without a post today are left out.
    """
    monday = today - timedelta(days=today.weekday())
    asked: dict[str, Any] = {
        "instansi": current_id(),
        "units": None if units is None else list(units),
        "today": today,
        "begin": monday - timedelta(weeks=WEEKS),
        "end": monday,
    }
    most = {leads: ceiling(leads=leads, on=today) for leads in (False, True)}
    cells = [
        Cell(name, leads, people, seconds / 60 / WEEKS / people, most[leads])
        if people >= LEAST
        else Cell(name, leads, None, None, most[leads])
        for _unit, name, leads, people, seconds in _ask(_CELLS, asked)
    ]
    forms = [
        Form(form, seconds / 60, times)
        for form, people, seconds, times in _ask(_FORMS, asked)
        if people >= LEAST
    ]
    shown = sorted(
        (cell for cell in cells if cell.minutes is not None), key=lambda cell: -(cell.minutes or 0)
    )
    return shown, forms, len(cells) - len(shown)


def own_burden(person_id: UUID, today: date) -> list[tuple[date, list[Form]]]:
    """One's own forms, week by week, the newest first. One query."""
    monday = today - timedelta(days=today.weekday())
    asked = {"instansi": current_id(), "person": person_id, "begin": monday - timedelta(weeks=WEEKS)}
    weeks: dict[date, list[Form]] = {}
    for week, form, seconds, times in _ask(_OWN, asked):
        weeks.setdefault(week, []).append(Form(form, seconds / 60, times))
    return list(weeks.items())


def _ask(sql: str, asked: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        return list(cursor.fetchall())
