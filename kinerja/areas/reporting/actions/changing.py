"""Correct and withdraw: the owner's second thoughts, each with its reason. Nothing is overwritten."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.areas.reporting import queries, verbs
from kinerja.areas.reporting.actions.checking import (
    move,
    refuse_closed,
    refuse_day,
    refuse_unless_changeable,
    refuse_value,
)
from kinerja.areas.reporting.actions.filling import refuse_locked_day
from kinerja.areas.reporting.actions.writing import Entry, attach, insert, refuse_unless_same, topics_of
from kinerja.areas.reporting.errors import WrongValue
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.areas.reporting.states import ReportState
from kinerja.base.inbox import sending as inbox
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person
from kinerja.tools import clock


@transaction.atomic
def correct(report: Report, entry: Entry, *, reason: str, by: Person) -> UUID:
    """Replace a report by `entry`, a new row that names it; its evidence goes along. Returns the new report's id.

    The indicator stays the same whatever `entry` says. The same entry sent twice is one correction. Raises NotYourReport,
    WrongState (somebody was quicker), NotReportable, Locked, WrongDay, WrongValue, KeyUsed.
    """
    entry = replace(entry, indicator_id=report.indicator_id)
    Report.objects.select_for_update().only("pk").get(pk=report.pk)  # a second send waits here for the first
    if Report.objects.filter(pk=entry.id, corrects=report).exists():
        refuse_unless_same([entry], by.pk, report.pk)
        return entry.id
    _refuse_without(reason)
    refuse_unless_changeable(report, by.pk, "correct")
    line = queries.lines_for_update([report.indicator_id])[report.indicator_id]
    refuse_closed(line)  # the state the period has now, not the one it had when the report was loaded
    refuse_day(line, entry.day, clock.today())
    refuse_value(entry.value)
    was_returned = report.state == ReportState.RETURNED
    if not was_returned:  # what was sent back may be mended though its day is locked
        refuse_locked_day(min(entry.day, report.day), line, by.pk)
    move(report, "correct")
    new = insert([entry], {line.indicator_id: line}, by.pk, corrects=report.pk, reason=reason.strip())
    refuse_unless_same([each for each in [entry] if each.id not in new], by.pk, report.pk)
    attach(entry.id, entry.evidence, before=_carry_over(report, entry.id))
    if was_returned:
        inbox.settle(report.pk)
    record(
        verbs.CORRECTED,
        Report(pk=entry.id),
        by=by,
        also=report.indicator_id,
        topics=topics_of(report.person_id, report.unit_id, line.rater_id),
        corrects=report.pk,
        reason=reason.strip(),
        **entry.content(),
    )
    return entry.id


def _carry_over(report: Report, new_id: UUID) -> int:
    """Name the files of the old report in rows of the new one. Returns how many."""
    rows = Evidence.objects.there().filter(report=report)
    copies = [
        Evidence(
            report_id=new_id,
            kind=old.kind,
            name=old.name,
            sha256=old.sha256,
            size=old.size,
            added_at=old.added_at,
        )
        for old in rows
    ]
    return len(Evidence.objects.bulk_create(copies))


@transaction.atomic
def withdraw(report: Report, *, reason: str, by: Person) -> None:
    """Take a report back: it no longer counts, and stays in the history. Raises NotYourReport, WrongState, NotReportable,
    Locked.
    """
    _refuse_without(reason)
    refuse_unless_changeable(report, by.pk, "withdraw")
    line = queries.lines_for_update([report.indicator_id])[report.indicator_id]
    refuse_closed(line)
    refuse_locked_day(report.day, line, by.pk)
    was_returned = report.state == ReportState.RETURNED
    move(report, "withdraw", reason=reason.strip())
    if was_returned:
        inbox.settle(report.pk)
    record(
        verbs.WITHDRAWN,
        report,
        by=by,
        also=report.indicator_id,
        topics=topics_of(report.person_id, report.unit_id, line.rater_id),
        reason=reason.strip(),
    )


def _refuse_without(reason: str) -> None:
    if not reason.strip():
        raise WrongValue(
            _("Alasannya belum diisi, padahal ikut tersimpan dalam riwayat. Tulis alasan singkat.")
        )
