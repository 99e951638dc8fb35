"""What other rooms may ask about reports: progress, achievement, pace, the newest, the days of a month. Set-based."""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from django.db import connection
from django.db.models import Max

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.models import Report
from kinerja.base.calendar.days import free_days as confirmed_free_days
from kinerja.base.ledger.models import Entry
from kinerja.base.ledger.verbs import text_of
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import current_id
from kinerja.rules.codes import Consolidation, Polarity
from kinerja.rules.monitoring.pace import Pace, expected, pace
from kinerja.rules.monitoring.share import linear
from kinerja.rules.planning.achievement import Target, achievement
from kinerja.rules.verdict import Verdict

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
#: While a report is written, its SKP can be neither replaced nor sent back (FOR SHARE), and its period not be closed
_LINES = """
SELECT i.id, i.name, s.person_id, s.unit_id, s.rater_id, s.begins, s.ends, s.state,
       planning_hold_period(s.instansi_id, s.period_id)
  FROM planning_indicator i
  JOIN planning_rhk k ON k.instansi_id = i.instansi_id AND k.id = i.rhk_id
  JOIN planning_skp s ON s.instansi_id = k.instansi_id AND s.id = k.skp_id
 WHERE i.instansi_id = %(instansi)s AND i.id = ANY(%(indicators)s)
   FOR SHARE OF s
"""
_MONTH = """
SELECT r.day, count(*) FILTER (WHERE r.state IN ('DIKIRIM', 'DITERIMA')),
       count(*) FILTER (WHERE r.state IN ('DIKIRIM', 'DITERIMA') AND EXISTS (
         SELECT 1 FROM reporting_evidence v
          WHERE v.instansi_id = r.instansi_id AND v.report_id = r.id AND v.removed_at IS NULL)),
       count(*) FILTER (WHERE r.state = 'DIKEMBALIKAN')
  FROM reporting_report r
 WHERE r.instansi_id = %(instansi)s AND r.person_id = %(person)s AND r.day BETWEEN %(begin)s AND %(end)s
 GROUP BY r.day
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


@dataclass(frozen=True, slots=True)
class Achieved:
    """An indicator's achievement in a span: its part of the target, what was reached, the rule's verdict in percent."""

    indicator: Indicator
    target: Target
    progress: Progress
    verdict: Verdict[Decimal | None]


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


def lines_for_update(indicator_ids: Iterable[UUID]) -> dict[UUID, Line]:
    """The lines that reports are about to be written on, their SKP and period held until the transaction ends. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_LINES, {"instansi": current_id(), "indicators": list(indicator_ids)})
        return {row[0]: Line(*row) for row in cursor.fetchall()}


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


def target_of(indicator: Indicator) -> Target:
    """The agreed target as the rules take it."""
    upper = indicator.target_upper
    return Target.of(indicator.target) if upper is None else Target.between(indicator.target, upper)


def indicators_of_skps(skp_ids: Iterable[UUID]) -> list[Indicator]:
    """The indicators of some SKP, with RHK and SKP loaded, in the order of the form."""
    return list(
        Indicator.objects.filter(rhk__skp_id__in=list(skp_ids))
        .select_related("rhk__skp")
        .order_by("rhk__kind", "rhk__order", "rhk_id", "order", "id")
    )


def achievements(
    indicators: Sequence[Indicator], begin: date, end: date, free_days: frozenset[date] | None = None
) -> dict[UUID, Achieved]:
    """Each indicator's achievement from `begin` to `end`, against the part of its target that falls into these days.

    The part of a SUM grows by working days; a level is due in full (rules.monitoring.pace.expected). `indicators` come
    with `rhk.skp` loaded. Two queries, one when the free days are given.
    """
    if not indicators:
        return {}
    if free_days is None:
        free_days = free_days_around(indicators)
    found = progress_of([each.pk for each in indicators], begin, end)
    answers = {}
    for each in indicators:
        due = _due_between(each, begin, end, free_days)
        verdict = achievement(Polarity[each.polarity], due, found[each.pk].value)
        answers[each.pk] = Achieved(each, due, found[each.pk], verdict)
    return answers


def _due_between(indicator: Indicator, begin: date, end: date, free_days: frozenset[date]) -> Target:
    skp, kind = indicator.rhk.skp, Consolidation[indicator.consolidation]
    share = linear(skp.begins, skp.ends, end, free_days)
    if kind is Consolidation.SUM and begin > skp.begins:
        share -= linear(skp.begins, skp.ends, begin - timedelta(days=1), free_days)
    return expected(
        Polarity[indicator.polarity], kind, target_of(indicator), max(share, Fraction(0)), indicator.baseline
    )


def free_days_around(indicators: Sequence[Indicator]) -> frozenset[date]:
    """The confirmed free days of all the SKP that these indicators belong to."""
    skps = [each.rhk.skp for each in indicators]
    return confirmed_free_days(min(skp.begins for skp in skps), max(skp.ends for skp in skps))


def pace_of(
    indicators: Sequence[Indicator], today: date, free_days: frozenset[date] | None = None
) -> dict[UUID, Verdict[Pace]]:
    """Where each indicator stands today against where it should be. `indicators` come with `rhk.skp` loaded."""
    if not indicators:
        return {}
    if free_days is None:
        free_days = free_days_around(indicators)
    begin = min(each.rhk.skp.begins for each in indicators)
    found = progress_of([each.pk for each in indicators], begin, today)
    return {each.pk: pace_from(each, found[each.pk], today, free_days) for each in indicators}


def pace_from(
    indicator: Indicator, progress: Progress, today: date, free_days: frozenset[date]
) -> Verdict[Pace]:
    """The pace of one indicator whose progress is already known. No query."""
    skp = indicator.rhk.skp
    return pace(
        polarity=Polarity[indicator.polarity],
        consolidation=Consolidation[indicator.consolidation],
        target=target_of(indicator),
        achieved=progress.value,
        share=linear(skp.begins, skp.ends, today, free_days),
        on=today,
        baseline=indicator.baseline,
        unit=indicator.unit_of_measure,
    )


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
