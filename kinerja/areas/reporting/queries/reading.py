"""Reports as lists show them: the newest, the days of a month, what happened to one."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Max

from kinerja.areas.reporting.models import Report
from kinerja.base.ledger.models import Entry
from kinerja.base.ledger.verbs import text_of
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import current_id

_MONTH = """
SELECT r.day, count(*) FILTER (WHERE r.state IN ('DIKIRIM', 'DITERIMA')),
       count(*) FILTER (WHERE r.state IN ('DIKIRIM', 'DITERIMA') AND (r.service_id IS NOT NULL OR EXISTS (
         SELECT 1 FROM reporting_evidence v
          WHERE v.instansi_id = r.instansi_id AND v.report_id = r.id AND v.removed_at IS NULL))),
       count(*) FILTER (WHERE r.state = 'DIKEMBALIKAN')
  FROM reporting_report r
 WHERE r.instansi_id = %(instansi)s AND r.person_id = %(person)s AND r.day BETWEEN %(begin)s AND %(end)s
 GROUP BY r.day
"""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month: counting reports, how many of them have evidence, and how many wait for a correction."""

    day: date
    reports: int = 0
    proven: int = 0
    returned: int = 0

    @property
    def mark(self) -> str:
        """KOSONG, TANPA_BUKTI or CUKUP."""
        if not self.reports:
            return "KOSONG"
        return "CUKUP" if self.proven else "TANPA_BUKTI"


def latest_reports(person_ids: Iterable[UUID], limit: int = 10) -> list[Report]:
    """The newest reports of these people, with person, indicator and `files` (pieces of evidence). One query."""
    rows = Report.objects.of_these(person_ids).select_related("person", "indicator")
    return list(rows.with_evidence_count().newest_first()[:limit])


def last_sent_of(person_ids: Iterable[UUID]) -> dict[UUID, datetime]:
    """When each of these people last reported something that counts; who never did is missing. One query."""
    rows = (
        Report.objects.of_these(person_ids).counting().values_list("person_id").annotate(last=Max("sent_at"))
    )
    return dict(rows)


def days_of_month(person_id: UUID, year: int, month: int) -> dict[date, Day]:
    """Every day of the month with what one person reported on it. One query."""
    begin = date(year, month, 1)
    end = date(year, month, calendar.monthrange(year, month)[1])
    days = {day: Day(day) for day in (begin + timedelta(days=n) for n in range((end - begin).days + 1))}
    with connection.cursor() as cursor:
        cursor.execute(_MONTH, {"instansi": current_id(), "person": person_id, "begin": begin, "end": end})
        for row in cursor.fetchall():
            days[row[0]] = Day(*row)
    return days


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of a report's history."""

    at: datetime
    text: str
    by: str


def history_of(report: Report, evidence_ids: Iterable[UUID]) -> list[Happening]:
    """What happened to a report and its evidence, newest first, from the ledger. Two queries."""
    entries = list(Entry.objects.filter(subject_id__in=[report.pk, *evidence_ids]).newest_first())
    names = Person.objects.in_bulk([entry.by_id for entry in entries if entry.by_id])
    return [
        Happening(entry.at, text_of(entry.verb), names[entry.by_id].full_name if entry.by_id in names else "")
        for entry in entries
    ]
