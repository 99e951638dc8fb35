"""Earlier evidence that shares the words of a new photo or note: found through one index, in sets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from kinerja.areas.reporting.models import Report
from kinerja.base.tenancy.context import current_id
from kinerja.tools.evidence.likeness import photos, texts

#: of a word that many photos share (a printed form's heading) so many are looked at: a copy shares rare words too
_LISTED = 300

_PHOTOS = """
SELECT f.sha256, f.places
  FROM (SELECT x.id, count(*) AS shared
          FROM unnest(%(tries)s::int[]) AS t(word)
          CROSS JOIN LATERAL (
            SELECT p.id FROM reporting_photoprint p
             WHERE p.instansi_id = %(instansi)s AND p.words @> ARRAY[t.word] AND p.sha256 <> %(sha256)s
             LIMIT %(listed)s) AS x
         GROUP BY x.id HAVING count(*) >= %(least)s
         ORDER BY shared DESC, x.id LIMIT %(most)s) AS best
  JOIN reporting_photoprint f ON f.instansi_id = %(instansi)s AND f.id = best.id
 ORDER BY best.shared DESC, best.id
"""
_NOTES = """
SELECT n.report_id, r.note
  FROM (SELECT x.report_id, count(*) AS shared
          FROM unnest(%(words)s::int[]) AS t(word)
          CROSS JOIN LATERAL (
            SELECT p.report_id FROM reporting_noteprint p
             WHERE p.instansi_id = %(instansi)s AND p.words @> ARRAY[t.word] AND p.report_id <> %(report)s
             LIMIT %(listed)s) AS x
         GROUP BY x.report_id HAVING count(*) >= %(least)s
         ORDER BY shared DESC, x.report_id LIMIT %(most)s) AS n
  JOIN reporting_report r ON r.instansi_id = %(instansi)s AND r.id = n.report_id
"""
#: where these files are evidence, of reports that count, sent before; not of the same person and day, where one photo may
#: prove two figures
_USES = """
SELECT v.sha256, v.id, r.id, r.sent_at, r.person_id, r.day
  FROM reporting_evidence v
  JOIN reporting_report r ON r.instansi_id = v.instansi_id AND r.id = v.report_id
 WHERE v.instansi_id = %(instansi)s AND v.sha256 = ANY(%(hashes)s) AND v.removed_at IS NULL
   AND r.state IN ('DIKIRIM', 'DITERIMA') AND r.id <> %(report)s
   AND (r.sent_at, r.id) < (%(sent_at)s, %(report)s) AND NOT (r.person_id = %(person)s AND r.day = %(day)s)
 ORDER BY r.sent_at, r.id
"""


@dataclass(frozen=True, slots=True)
class Use:
    """An earlier report that a file proves."""

    sha256: str
    evidence_id: UUID
    report_id: UUID


def photos_sharing(tries: Sequence[int], sha256: str) -> list[tuple[str, bytes]]:
    """Hashes and marks of the earlier photos that share most words. One query."""
    found: dict[str, Any] = {
        "tries": list(tries),
        "sha256": sha256,
        "least": photos.SHARED,
        "most": photos.MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(_PHOTOS, {"instansi": current_id(), "listed": _LISTED, **found})
        return [(sha256, bytes(places)) for sha256, places in cursor.fetchall()]


def notes_sharing(words: Sequence[int], report_id: UUID) -> list[tuple[UUID, str]]:
    """Reports whose notes share most words. One query."""
    found: dict[str, Any] = {
        "words": list(words),
        "report": report_id,
        "least": texts.SHARED,
        "most": texts.MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(_NOTES, {"instansi": current_id(), "listed": _LISTED, **found})
        return list(cursor.fetchall())


def earlier_uses(hashes: Iterable[str], report: Report) -> list[Use]:
    """Earlier reports of another day or person that these files prove, the oldest first. One query."""
    facts: dict[str, Any] = {"hashes": list(hashes), "instansi": current_id()}
    about: dict[str, Any] = {
        "report": report.pk, "sent_at": report.sent_at, "person": report.person_id, "day": report.day,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_USES, facts | about)
        return [Use(*row[:3]) for row in cursor.fetchall()]
