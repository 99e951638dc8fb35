"""The rows behind the acts: reports in one statement, retried sends recognised, evidence attached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from kinerja.areas.reporting.errors import EvidenceRefused, KeyUsed
from kinerja.areas.reporting.models import Evidence
from kinerja.areas.reporting.queries import Line
from kinerja.base.access import effort
from kinerja.base.ledger import topics
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock
from kinerja.tools.evidence import store
from kinerja.tools.evidence.intake import Accepted

MOST_FILES = 6
_CENTIMILLI = Decimal("0.0001")
_KINDS = {"photo": Evidence.Kind.PHOTO, "pdf": Evidence.Kind.PDF}

#: no `(id)` after ON CONFLICT: UNIQUE (instansi_id, id) holds the same key, and of two who send an id in the same moment one
#: would meet it as an error (7 in 100 on four connections) instead of waiting for the other
_INSERT = """
INSERT INTO reporting_report (id, instansi_id, person_id, indicator_id, unit_id, day, value, note, state, sent_at,
                              written_at, clock_off, corrects_id, reason, late_reason)
VALUES {rows}
    ON CONFLICT DO NOTHING
RETURNING id
"""
_ROW = "(%s, %s, %s, %s, %s, %s, %s, %s, 'DIKIRIM', %s, %s, %s, %s, %s, %s)"
_EARLIER = """
SELECT r.id, r.person_id, r.indicator_id, r.day, r.value, r.note, r.corrects_id,
       ARRAY(SELECT v.sha256 FROM reporting_evidence v WHERE v.instansi_id = r.instansi_id AND v.report_id = r.id)
  FROM reporting_report r WHERE r.instansi_id = %(instansi)s AND r.id = ANY(%(ids)s)
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person sends for one indicator and day. `id` is made by the client: the same id twice is one report."""

    id: UUID
    indicator_id: UUID
    day: date
    value: Decimal
    note: str = ""
    evidence: tuple[Accepted, ...] = ()
    #: from a device that kept it: when it was written by the device's clock, and by how many seconds that clock was behind
    written_at: datetime | None = None
    late_reason: str = ""
    clock_off: int | None = None

    def content(self) -> dict[str, Any]:
        """What the ledger keeps the hash of, written as the tables hold it."""
        return {
            "indicator": self.indicator_id,
            "day": self.day,
            "value": self.value.quantize(_CENTIMILLI),
            "note": self.note,
            "evidence": [each.sha256 for each in self.evidence],
        }


def insert(
    entries: Sequence[Entry],
    lines: dict[UUID, Line],
    person_id: UUID,
    *,
    corrects: UUID | None = None,
    reason: str = "",
) -> set[UUID]:
    """Write the rows that are not there yet, in one statement and in the order of their ids. Returns the new ids."""
    instansi, now = current_id(), clock.now()
    parameters: list[Any] = []
    for each in sorted(entries, key=lambda entry: entry.id):
        unit = lines[each.indicator_id].unit_id
        parameters += [each.id, instansi, person_id, each.indicator_id, unit, each.day, each.value, each.note]
        parameters += [now, each.written_at, each.clock_off, corrects, reason]
        parameters.append(each.late_reason.strip()[:300])
    statement, first = effort.ahead_of(_INSERT.replace("{rows}", ", ".join([_ROW] * len(entries))))
    with connection.cursor() as cursor:
        cursor.execute(statement, [*first, *parameters])
        return {row[0] for row in cursor.fetchall()}


def refuse_unless_same(entries: Sequence[Entry], person_id: UUID, corrects: UUID | None = None) -> None:
    """Ids that were there before must be the same reports: a retry. Anything else is refused."""
    if not entries:
        return
    with connection.cursor() as cursor:
        cursor.execute(_EARLIER, {"instansi": current_id(), "ids": [each.id for each in entries]})
        earlier = {row[0]: row[1:] for row in cursor.fetchall()}
    for each in entries:
        found = earlier.get(each.id)
        said = (person_id, each.indicator_id, each.day, each.value, each.note, corrects)
        sent = {file.sha256 for file in each.evidence}
        if found is None or found[:-1] != said or not sent <= set(found[-1]):
            raise KeyUsed(
                _(
                    "Kiriman ini memakai kunci laporan lain yang sudah tersimpan, jadi tidak disimpan lagi. "
                    "Muat ulang halaman Catat progres, lalu isi kembali."
                )
            )


def attach(report_id: UUID, files: Sequence[Accepted], before: int = 0) -> None:
    """Keep the files and name them in rows of the report, which has `before` already."""
    if not files:
        return
    if before + len(files) > MOST_FILES:
        raise EvidenceRefused(
            _(
                "Satu laporan memuat paling banyak %(most)d berkas bukti. Kirim berkas yang paling menjelaskan."
            )
            % {"most": MOST_FILES}
        )
    if Evidence.objects.removed().filter(sha256__in=[each.sha256 for each in files]).exists():
        raise EvidenceRefused(
            _(
                "Berkas ini pernah dihapus karena berisi data pribadi, jadi tidak dapat dilampirkan lagi. "
                "Foto ulang rekapnya dengan nama tertutup."
            )
        )
    space, now = current_id(), clock.now()
    for each in files:
        store.keep(space, each.content, each.preview)
    Evidence.objects.bulk_create(
        Evidence(
            report_id=report_id,
            kind=_KINDS[each.kind],
            name=each.name,
            sha256=each.sha256,
            size=each.size,
            added_at=now,
        )
        for each in files
    )


def topics_of(person_id: UUID, unit_id: UUID, rater_id: UUID | None) -> list[str]:
    """Whose open screens show these reports."""
    names = [topics.person(person_id), topics.unit(unit_id)]
    return names if rater_id is None else [*names, topics.board(rater_id)]
