"""What decides whether an indicator takes a report, held until the transaction ends."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kinerja.base.tenancy.context import current_id

#: While a report is written, its SKP can be neither replaced nor sent back (FOR SHARE), and its period not be closed
_LINES = """
SELECT i.id, i.name, s.person_id, s.unit_id, s.rater_id, s.begins, s.ends, s.state,
       planning_hold_period(s.instansi_id, s.period_id), i.service_id
  FROM planning_indicator i
  JOIN planning_rhk k ON k.instansi_id = i.instansi_id AND k.id = i.rhk_id
  JOIN planning_skp s ON s.instansi_id = k.instansi_id AND s.id = k.skp_id
 WHERE i.instansi_id = %(instansi)s AND i.id = ANY(%(indicators)s)
   FOR SHARE OF s
"""


@dataclass(frozen=True, slots=True)
class Line:
    """What decides whether an indicator takes a report: whose it is, its SKP's days and state, its period's state."""

    indicator_id: UUID
    name: str
    person_id: UUID
    unit_id: UUID
    rater_id: UUID | None
    begins: date
    ends: date
    skp_state: str
    period_state: str
    #: the service whose volumes are its progress: then nobody types it
    service_id: UUID | None = None


def lines_for_update(indicator_ids: Iterable[UUID]) -> dict[UUID, Line]:
    """The lines that reports are about to be written on, their SKP and period held until the transaction ends. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_LINES, {"instansi": current_id(), "indicators": list(indicator_ids)})
        return {row[0]: Line(*row) for row in cursor.fetchall()}
