"""The posts of a personnel file: found by unit and title, made when they do not exist."""

from itertools import islice
from typing import Any

from django.db import transaction

from kinerja.base.organization.models import Position

from . import staging

_UNITS = """
SELECT u.siasn_id, u.id, coalesce(q.title, u.head_title) AS head_title, u.echelon
  FROM organization_unit u
  LEFT JOIN organization_position q
         ON q.instansi_id = u.instansi_id AND q.unit_id = u.id AND q.is_head AND q.closed_on IS NULL
 WHERE u.instansi_id = %(instansi)s AND u.closed_on IS NULL
"""
_MISSING = """
SELECT DISTINCT ON (s.unit_id, lower(s.position)) s.unit_id, s.position AS title, s.kind, s.jenjang, s.is_head
  FROM siasn_row s
 WHERE NOT EXISTS (SELECT 1 FROM organization_position q WHERE q.instansi_id = %(instansi)s
                      AND q.unit_id = s.unit_id AND lower(q.title) = lower(s.position))
 ORDER BY s.unit_id, lower(s.position), s.is_head DESC, s.row
"""
#: a post that was closed and has a holder again is open; not a second head's post beside an open one
_REOPEN = """
UPDATE organization_position q SET closed_on = NULL FROM siasn_row s
 WHERE q.instansi_id = %(instansi)s AND q.closed_on IS NOT NULL
   AND q.unit_id = s.unit_id AND lower(q.title) = lower(s.position)
   AND NOT (q.is_head AND EXISTS (SELECT 1 FROM organization_position o WHERE o.instansi_id = %(instansi)s
                                     AND o.unit_id = q.unit_id AND o.is_head AND o.closed_on IS NULL))
"""


def known_units() -> list[dict[str, Any]]:
    """UNOR ID, id, title of the head's post and echelon of every unit that has not been closed."""
    return staging.ask(_UNITS)


@transaction.atomic
def make_missing() -> int:
    """Make the posts that the staged rows name and no unit has yet; returns how many."""
    staging.run(_REOPEN)
    rows, made = staging.stream(_MISSING), 0
    while chunk := list(islice(rows, 2_000)):
        Position.objects.bulk_create(
            Position(unit_id=unit_id, title=title, kind=kind, jenjang=jenjang, is_head=is_head)
            for unit_id, title, kind, jenjang, is_head in chunk
        )
        made += len(chunk)
    return made
