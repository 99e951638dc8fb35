"""accept() and send_back(): today's rater decides, never on himself."""

from datetime import date, timedelta

import pytest

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.states import PeriodState
from kinerja.areas.reporting import errors, queries
from kinerja.areas.reporting.actions import accept, send_back
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.conftest import TODAY
from kinerja.areas.reporting.tests.factories import make_patients, make_report
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import RaterOverride
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock


def loaded(report: Report) -> Report:
    return Report.objects.for_door().get(pk=report.pk)


def test_accepting_keeps_it_counting_and_sends_no_message(kota: Cast, patients: Indicator) -> None:
    report = make_report(patients, value=5)

    accept(loaded(report), by=kota.sari)

    found = Report.objects.get()
    assert (found.state, found.decided_by_id) == (ReportState.ACCEPTED, kota.sari.pk)
    assert abs(clock.now() - (found.decided_at or clock.now())) < timedelta(seconds=60)
    assert queries.progress_of([patients.pk], TODAY, TODAY)[patients.pk].value == 5
    assert not Message.objects.exists()
    assert Entry.objects.filter(verb="reporting.accepted", subject_id=report.pk).exists()


def test_sending_back_stops_it_counting_and_tells_the_owner(kota: Cast, patients: Indicator) -> None:
    report = make_report(patients)

    send_back(loaded(report), comment="Rekap tidak terbaca", by=kota.sari)

    found, message = Report.objects.get(), Message.objects.get()
    assert (found.state, found.reason) == (ReportState.RETURNED, "Rekap tidak terbaca")
    assert (message.person_id, message.link) == (kota.budi.pk, f"/laporan/{report.pk}/")
    assert "Rekap tidak terbaca" in message.body
    assert queries.progress_of([patients.pk], TODAY, TODAY)[patients.pk].value is None


@pytest.mark.parametrize("state", [each for each in ReportState if each != ReportState.SUBMITTED])
def test_only_what_waits_can_be_decided(state: str, kota: Cast, patients: Indicator) -> None:
    report = loaded(make_report(patients, state=state))

    with pytest.raises(errors.WrongState):
        accept(report, by=kota.sari)
    with pytest.raises(errors.WrongState):
        send_back(report, comment="keliru", by=kota.sari)


def test_nobody_decides_on_his_own_report(kota: Cast) -> None:
    report = loaded(make_report(make_patients(kota.sari)))

    with pytest.raises(errors.NotTheRater, match="sendiri"):
        accept(report, by=kota.sari)
    with pytest.raises(errors.NotTheRater, match="sendiri"):
        send_back(report, comment="keliru", by=kota.sari)


def test_who_is_not_the_rater_does_not_decide(kota: Cast, patients: Indicator) -> None:
    report = loaded(make_report(patients))

    for person in (kota.ratna, kota.joko, kota.kadis):
        with pytest.raises(errors.NotTheRater):
            accept(report, by=person)


def test_the_rater_of_today_decides_not_the_one_of_yesterday(kota: Cast, patients: Indicator) -> None:
    RaterOverride.objects.create(
        person=kota.budi, rater=kota.kadis, reason="Tugas khusus", during=(date(2026, 6, 1), None)
    )
    report = loaded(make_report(patients))

    with pytest.raises(errors.NotTheRater):
        accept(report, by=kota.sari)
    accept(report, by=kota.kadis)


def test_sending_back_needs_a_comment(kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.WrongValue, match="Catatannya"):
        send_back(loaded(make_report(patients)), comment="  ", by=kota.sari)


def test_after_the_period_it_can_be_accepted_but_not_sent_back(kota: Cast, patients: Indicator) -> None:
    report = make_report(patients)
    patients.rhk.skp.period.state = PeriodState.CLOSED
    patients.rhk.skp.period.save()

    with pytest.raises(errors.NotReportable):
        send_back(loaded(report), comment="keliru", by=kota.sari)
    accept(loaded(report), by=kota.sari)
