"""What counting reports add up to, for many indicators at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import connection

from kinerja.base.tenancy.context import current_id

#: Where the days asked for hold every counting report of a line, its kept tally is the answer; else it is added up anew:
#: SUM and AVERAGE over these days, the last known figure may be older than the first of them
_PROGRESS = """
WITH asked AS (
  SELECT i.id, i.instansi_id, i.lineage, i.consolidation, t.total, t.last_value, t.reports, t.last_day, t.last_sent_at,
         t.evidence, t.proven, t.waiting, t.first_day >= %(begin)s AND t.last_day <= %(end)s AS whole
    FROM planning_indicator i
    JOIN reporting_tally t ON t.instansi_id = i.instansi_id AND t.lineage = i.lineage AND t.reports > 0
   WHERE i.instansi_id = %(instansi)s AND i.id = ANY(%(indicators)s)
)
SELECT i.id, CASE i.consolidation WHEN 'SUM' THEN i.total WHEN 'AVERAGE' THEN i.total / i.reports ELSE i.last_value END,
       i.reports, i.last_day, i.last_sent_at, i.evidence, i.proven, i.waiting
  FROM asked i WHERE i.whole
 UNION ALL
SELECT i.id,
       CASE i.consolidation
         WHEN 'SUM' THEN sum(r.value) FILTER (WHERE r.day >= %(begin)s)
         WHEN 'AVERAGE' THEN avg(r.value) FILTER (WHERE r.day >= %(begin)s)
         ELSE (array_agg(r.value ORDER BY r.day DESC, r.sent_at DESC, r.id DESC))[1] END,
       count(*) FILTER (WHERE r.day >= %(begin)s),
       max(r.day) FILTER (WHERE r.day >= %(begin)s),
       max(r.sent_at) FILTER (WHERE r.day >= %(begin)s),
       coalesce(sum(e.files) FILTER (WHERE r.day >= %(begin)s), 0)::int,
       count(*) FILTER (WHERE e.files > 0 AND r.day >= %(begin)s),
       count(*) FILTER (WHERE r.state = 'DIKIRIM' AND r.day >= %(begin)s)
  FROM asked i
  JOIN planning_indicator v ON v.instansi_id = i.instansi_id AND v.lineage = i.lineage
  JOIN reporting_report r ON r.instansi_id = v.instansi_id AND r.indicator_id = v.id
   AND r.state IN ('DIKIRIM', 'DITERIMA') AND r.day <= %(end)s
  LEFT JOIN LATERAL (
    SELECT count(*) AS files FROM reporting_evidence f
     WHERE f.instansi_id = r.instansi_id AND f.report_id = r.id AND f.removed_at IS NULL) e ON true
 WHERE NOT i.whole
 GROUP BY i.id, i.consolidation
"""
_PLACES = Decimal("0.0000000001")


@dataclass(frozen=True, slots=True)
class Progress:
    """What counting reports add up to, those on earlier versions of the same line included.

    `value` is None without any; `evidence` counts files, `proven` the reports that have one, `waiting` those not looked at.
    """

    indicator_id: UUID
    value: Decimal | None = None
    reports: int = 0
    last_day: date | None = None
    last_sent_at: datetime | None = None
    evidence: int = 0
    proven: int = 0
    waiting: int = 0


def progress_of(indicator_ids: Iterable[UUID], begin: date, end: date) -> dict[UUID, Progress]:
    """For each indicator, by its consolidation, over the counting reports of these days (both included). One query."""
    ids = list(indicator_ids)
    found = {each: Progress(each) for each in ids}
    if ids:
        with connection.cursor() as cursor:
            cursor.execute(
                _PROGRESS, {"instansi": current_id(), "indicators": ids, "begin": begin, "end": end}
            )
            for row in cursor.fetchall():
                found[row[0]] = Progress(row[0], _plain(row[1]), *row[2:])
    return found


def _plain(value: Decimal | None) -> Decimal | None:
    """A mean has endless decimals; ten places are exact enough to compare with a target of four."""
    return None if value is None else value.quantize(_PLACES).normalize() + 0
