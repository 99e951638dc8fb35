"""Many people's indicators with their progress, as a board of sixty people needs them: plain rows, no models."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from kinerja.areas.planning.states import PeriodState, SkpState
from kinerja.base.tenancy.context import current_id

#: the same lines in the same order as planning's `indicators_of_people`
_WATCHED = """
SELECT i.id, s.person_id, i.name, i.unit_of_measure, i.polarity, i.consolidation, i.target, i.target_upper, i.baseline,
       s.begins, s.ends, k.id AS rhk_id, k.statement
  FROM planning_skp s
  JOIN planning_period p ON p.instansi_id = s.instansi_id AND p.id = s.period_id AND p.state = %(open)s
  JOIN planning_rhk k ON k.instansi_id = s.instansi_id AND k.skp_id = s.id
  JOIN planning_indicator i ON i.instansi_id = k.instansi_id AND i.rhk_id = k.id
 WHERE s.instansi_id = %(instansi)s AND s.person_id = ANY(%(persons)s) AND s.state = %(agreed)s
   AND s.begins <= %(day)s AND s.ends >= %(day)s
 ORDER BY s.person_id, k.kind DESC, k."order", k.id, i."order", i.id
"""
#: with the first line come the confirmed free days of all spans that may hold the day: boards have one statement less to ask
_WITH_FREE_DAYS = """
SELECT w.*, CASE WHEN row_number() OVER () = 1 THEN ARRAY(
         SELECT f.day FROM calendar_freeday f
          WHERE f.instansi_id = %(instansi)s AND f.withdrawn_at IS NULL AND f.day BETWEEN %(day)s - 800 AND %(day)s + 800) END
  FROM ({watched}) w
"""


@dataclass(frozen=True, slots=True)
class Watched:
    """What pages of progress need of an indicator that may be reported on, with the statement of its RHK.

    The whole of it is planning's `Indicator`.
    """

    id: UUID
    person_id: UUID
    name: str
    unit_of_measure: str
    polarity: str
    consolidation: str
    target: Decimal
    target_upper: Decimal | None
    baseline: Decimal | None
    begins: date
    ends: date
    rhk_id: UUID
    statement: str


def watched(person_ids: Iterable[UUID], day: date) -> list[Watched]:
    """The indicators several people may report on that day, in the order of their forms. One query."""
    return [Watched(*row) for row in _read(_WATCHED, person_ids, day)]


def watched_and_free(person_ids: Iterable[UUID], day: date) -> tuple[list[Watched], frozenset[date]]:
    """The same, and the confirmed free days around them. One query."""
    rows = _read(_WITH_FREE_DAYS.format(watched=_WATCHED), person_ids, day)
    return [Watched(*row[:-1]) for row in rows], frozenset(day for row in rows[:1] for day in row[-1])


def _read(sql: str, person_ids: Iterable[UUID], day: date) -> list[Any]:
    asked: dict[str, Any] = {
        "instansi": current_id(),
        "persons": list(person_ids),
        "day": day,
        "open": PeriodState.OPEN.value,
        "agreed": SkpState.AGREED.value,
    }
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        return cursor.fetchall()
