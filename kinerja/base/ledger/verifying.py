"""Is the chain whole? Recomputes it in the database and names the first rows that do not fit."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

_BROKEN = """
WITH linked AS (
  SELECT e, e.id, e.seq, e.hash, lag(e.hash) OVER (ORDER BY e.seq) AS previous,
         lag(e.seq, 1, 0::bigint) OVER (ORDER BY e.seq) AS before
    FROM ledger_entry e WHERE e.instansi_id = %(instansi)s
)
SELECT id, seq FROM linked
 WHERE seq <> before + 1 OR hash <> ledger_digest(encode(coalesce(previous, '\\x'::bytea), 'hex'), e)
 ORDER BY seq LIMIT 20
"""
_HEAD = """
SELECT h.seq, h.seq = count(e.id) AND h.hash = (SELECT hash FROM ledger_entry WHERE instansi_id = %(instansi)s
                                                 ORDER BY seq DESC LIMIT 1)
  FROM ledger_head h LEFT JOIN ledger_entry e ON e.instansi_id = h.instansi_id
 WHERE h.instansi_id = %(instansi)s GROUP BY h.seq, h.hash
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """What the check found: the number of entries, the broken ones, and whether the head fits the last."""

    entries: int
    broken: tuple[tuple[UUID, int], ...]
    head_fits: bool

    @property
    def whole(self) -> bool:
        return self.head_fits and not self.broken


def verify(instansi_id: UUID) -> Finding:
    """Recompute the chain of one instansi (inside its context)."""
    with connection.cursor() as cursor:
        cursor.execute(_BROKEN, {"instansi": instansi_id})
        broken = tuple((row[0], row[1]) for row in cursor.fetchall())
        cursor.execute(_HEAD, {"instansi": instansi_id})
        head = cursor.fetchone()
    if head is None:
        return Finding(0, broken, not broken)
    return Finding(head[0], broken, bool(head[1]))
