"""Evidence after the report: more of it, and its removal when it holds personal data."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.states import PeriodState
from kinerja.areas.reporting import errors
from kinerja.areas.reporting.actions import add_evidence, remove_evidence
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.factories import make_evidence, make_report, photo
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools.evidence import store
from kinerja.tools.evidence.intake import Accepted, accept


def loaded(report: Report) -> Report:
    return Report.objects.for_door().get(pk=report.pk)


def file(colour: str = "teal") -> Accepted:
    return accept(SimpleUploadedFile("rekap.jpg", photo(colour=colour)))


@pytest.mark.parametrize("state", [ReportState.SUBMITTED, ReportState.ACCEPTED, ReportState.RETURNED])
def test_more_evidence_can_be_added(state: str, kota: Cast, patients: Indicator) -> None:
    report = make_report(patients, state=state)

    add_evidence(loaded(report), [file()], by=kota.budi)

    assert store.is_kept(kota.kota.pk, report.evidence.get().sha256)
    assert Entry.objects.filter(verb="reporting.evidence_added", subject_id=report.pk).exists()


@pytest.mark.parametrize("state", [ReportState.WITHDRAWN, ReportState.CORRECTED])
def test_what_does_not_count_takes_no_evidence(state: str, kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.WrongState):
        add_evidence(loaded(make_report(patients, state=state)), [file()], by=kota.budi)


def test_only_the_owner_adds(kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.NotYourReport):
        add_evidence(loaded(make_report(patients)), [file()], by=kota.sari)


def test_no_file_is_no_evidence(kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.EvidenceRefused, match="Belum ada berkas"):
        add_evidence(loaded(make_report(patients)), [], by=kota.budi)


def test_a_report_holds_six_files(kota: Cast, patients: Indicator) -> None:
    report = make_report(patients)
    for number in range(6):
        make_evidence(report, str(number) * 64)

    with pytest.raises(errors.EvidenceRefused, match="paling banyak 6"):
        add_evidence(loaded(report), [file()], by=kota.budi)


def test_a_closed_period_takes_no_evidence(kota: Cast, patients: Indicator) -> None:
    report = make_report(patients)
    patients.rhk.skp.period.state = PeriodState.CLOSED
    patients.rhk.skp.period.save()

    with pytest.raises(errors.NotReportable):
        add_evidence(loaded(report), [file()], by=kota.budi)


def proven(indicator: Indicator, kota: Cast) -> Evidence:
    """A report with a real photo in the store."""
    report = make_report(indicator)
    add_evidence(loaded(report), [file()], by=kota.budi)
    return Evidence.objects.for_door().get(report=report)


def remove(evidence: Evidence, callbacks: Any, **extra: Any) -> None:
    with callbacks(execute=True):
        remove_evidence(evidence, **({"reason": "nama pasien terlihat"} | extra))


def test_removal_takes_file_and_preview_and_leaves_hash_and_act(
    kota: Cast, patients: Indicator, django_capture_on_commit_callbacks: Any
) -> None:
    evidence = proven(patients, kota)

    remove(evidence, django_capture_on_commit_callbacks, by=kota.sari)

    found = Evidence.objects.get()
    assert (found.removed_by_id, found.removal_reason) == (kota.sari.pk, "nama pasien terlihat")
    assert found.sha256 == evidence.sha256
    assert not store.is_kept(kota.kota.pk, found.sha256)
    with pytest.raises(store.NotKept):
        store.read_preview(kota.kota.pk, found.sha256)
    assert Entry.objects.filter(verb="reporting.evidence_removed", subject_id=found.pk).exists()


def test_uploader_and_agency_are_told_but_not_who_did_it(
    kota: Cast, patients: Indicator, django_capture_on_commit_callbacks: Any
) -> None:
    remove(proven(patients, kota), django_capture_on_commit_callbacks, by=kota.sari)

    told = {message.person_id: message for message in Message.objects.all()}
    assert set(told) == {kota.budi.pk, kota.ratna.pk}
    assert "nama tertutup" in told[kota.budi.pk].body
    assert "nama pasien terlihat" in told[kota.ratna.pk].body


def test_the_uploader_may_remove_his_own(
    kota: Cast, patients: Indicator, django_capture_on_commit_callbacks: Any
) -> None:
    remove(proven(patients, kota), django_capture_on_commit_callbacks, by=kota.budi)

    assert [message.person_id for message in Message.objects.all()] == [kota.ratna.pk]


def test_the_same_file_goes_from_every_report_that_shows_it(
    kota: Cast, patients: Indicator, django_capture_on_commit_callbacks: Any
) -> None:
    first, second = proven(patients, kota), proven(patients, kota)

    remove(first, django_capture_on_commit_callbacks, by=kota.sari)

    assert not Evidence.objects.there().exists()
    assert second.sha256 == first.sha256
    assert Message.objects.filter(person=kota.budi).count() == 1


def test_a_file_is_removed_once(
    kota: Cast, patients: Indicator, django_capture_on_commit_callbacks: Any
) -> None:
    evidence = proven(patients, kota)
    remove(evidence, django_capture_on_commit_callbacks, by=kota.sari)

    with pytest.raises(errors.EvidenceGone):
        remove_evidence(evidence, reason="lagi", by=kota.budi)


def test_a_reason_is_needed(kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.WrongValue):
        remove_evidence(proven(patients, kota), reason=" ", by=kota.sari)


def test_a_removal_that_is_undone_keeps_the_file(
    kota: Cast, patients: Indicator, django_capture_on_commit_callbacks: Any
) -> None:
    evidence = proven(patients, kota)

    with django_capture_on_commit_callbacks() as waiting:
        remove_evidence(evidence, reason="nama pasien", by=kota.sari)

    assert len(waiting) == 1
    assert store.is_kept(kota.kota.pk, evidence.sha256)
