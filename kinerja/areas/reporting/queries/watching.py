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
       s.begins, s.ends, k.id, k.statement
  FROM planning_skp s
  JOIN planning_period p ON p.instansi_id = s.instansi_id AND p.id = s.period_id AND p.state = %(open)s
  JOIN planning_rhk k ON k.instansi_id = s.instansi_id AND k.skp_id = s.id
  JOIN planning_indicator i ON i.instansi_id = k.instansi_id AND i.rhk_id = k.id
 WHERE s.instansi_id = %(instansi)s AND s.person_id = ANY(%(persons)s) AND s.state = %(agreed)s
   AND s.begins <= %(day)s AND s.ends >= %(day)s
 ORDER BY s.person_id, k.kind DESC, k."order", k.id, i."order", i.id
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
    found: dict[str, Any] = {
        "instansi": current_id(),
        "persons": list(person_ids),
        "day": day,
        "open": PeriodState.OPEN.value,
        "agreed": SkpState.AGREED.value,
    }
    with connection.cursor() as cursor:
        cursor.execute(_WATCHED, found)
        return [Watched(*row) for row in cursor.fetchall()]
