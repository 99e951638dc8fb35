"""Submit: the act that everybody does every day, kept thin (three statements and the ledger's one)."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from kinerja.areas.reporting import queries, verbs
from kinerja.areas.reporting.actions.checking import refuse_unless_reportable
from kinerja.areas.reporting.actions.filling import refuse_unless_fillable
from kinerja.areas.reporting.actions.writing import Entry, attach, insert, refuse_unless_same, topics_of
from kinerja.areas.reporting.models import Report
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person
from kinerja.tools import clock


def submit(
    entries: Sequence[Entry], *, by: Person, lines: dict[UUID, queries.Line] | None = None
) -> list[UUID]:
    """Report progress on one or several indicators: all of it or nothing. Returns the ids of the reports.

    Idempotent by the entries' ids: what is already there with the same content stays as it is and is answered alike;
    other content under a known id is refused (KeyUsed). `lines` saves a read when the caller has just asked
    `queries.lines_for_update`. Raises NotReportable, NotYourIndicator, WrongDay, WrongValue,
    LateReason, Locked, EvidenceRefused.
    """
    if lines is None:
        lines = queries.lines_for_update([each.indicator_id for each in entries])
    for entry in entries:
        refuse_unless_reportable(lines.get(entry.indicator_id), entry.day, entry.value, by.pk, clock.today())
    refuse_unless_fillable(entries, lines, by)
    _write(entries, lines, by)
    return [each.id for each in entries]


@transaction.atomic(savepoint=False)  # the door's transaction suffices: two statements less
def _write(entries: Sequence[Entry], lines: dict[UUID, queries.Line], by: Person) -> None:
    new = insert(entries, lines, by.pk)
    refuse_unless_same([each for each in entries if each.id not in new], by.pk)
    written = [each for each in entries if each.id in new]
    for entry in written:
        attach(entry.id, entry.evidence)
    for entry in written:
        line = lines[entry.indicator_id]
        record(
            verbs.SUBMITTED,
            Report(pk=entry.id),
            by=by,
            also=entry.indicator_id,
            topics=topics_of(by.pk, line.unit_id, line.rater_id),
            **entry.content(),
        )
