"""withdraw(): it no longer counts, and stays in the history."""

import pytest

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.states import PeriodState
from kinerja.areas.reporting import errors, queries
from kinerja.areas.reporting.actions import send_back, withdraw
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.conftest import TODAY
from kinerja.areas.reporting.tests.factories import make_report
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast


def loaded(report: Report) -> Report:
    return Report.objects.for_door().get(pk=report.pk)


@pytest.mark.parametrize("state", [ReportState.SUBMITTED, ReportState.ACCEPTED])
def test_what_counted_no_longer_counts(state: str, kota: Cast, patients: Indicator) -> None:
    report = make_report(patients, state=state)

    withdraw(loaded(report), reason="tercatat dua kali", by=kota.budi)

    found = Report.objects.get()
    assert (found.state, found.reason) == (ReportState.WITHDRAWN, "tercatat dua kali")
    assert queries.progress_of([patients.pk], TODAY, TODAY)[patients.pk].value is None
    assert Entry.objects.filter(verb="reporting.withdrawn", subject_id=report.pk).exists()


def test_withdrawing_what_was_sent_back_settles_the_message(kota: Cast, patients: Indicator) -> None:
    report = make_report(patients)
    send_back(loaded(report), comment="keliru", by=kota.sari)

    withdraw(loaded(report), reason="memang keliru", by=kota.budi)

    assert Message.objects.get(kind="reporting.sent_back").done_at is not None


@pytest.mark.parametrize("state", [ReportState.WITHDRAWN, ReportState.CORRECTED])
def test_what_does_not_count_any_more_cannot_be_withdrawn(
    state: str, kota: Cast, patients: Indicator
) -> None:
    with pytest.raises(errors.WrongState):
        withdraw(loaded(make_report(patients, state=state)), reason="keliru", by=kota.budi)


def test_only_the_owner_withdraws(kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.NotYourReport):
        withdraw(loaded(make_report(patients)), reason="keliru", by=kota.sari)


def test_a_reason_is_needed(kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.WrongValue):
        withdraw(loaded(make_report(patients)), reason=" ", by=kota.budi)


def test_a_closed_period_keeps_its_reports(kota: Cast, patients: Indicator) -> None:
    report = make_report(patients)
    patients.rhk.skp.period.state = PeriodState.CLOSED
    patients.rhk.skp.period.save()

    with pytest.raises(errors.NotReportable):
        withdraw(loaded(report), reason="keliru", by=kota.budi)
