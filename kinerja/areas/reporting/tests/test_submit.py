"""submit(): what is written, what is refused, and that a retry writes nothing twice."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.states import PeriodState, SkpState
from kinerja.areas.planning.tests.factories import make_indicator
from kinerja.areas.reporting import errors
from kinerja.areas.reporting.actions import Entry, submit
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.areas.reporting.tests.conftest import TODAY
from kinerja.areas.reporting.tests.factories import make_evidence, make_patients, make_report, photo
from kinerja.base.ledger.models import Entry as Act
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from kinerja.tools.evidence import store
from kinerja.tools.evidence.intake import Accepted, accept


def entry(indicator: Indicator, value: Any = 12, **extra: Any) -> Entry:
    return Entry(
        extra.pop("id", uuid4()), indicator.pk, extra.pop("day", TODAY), Decimal(str(value)), **extra
    )


def file(colour: str = "teal") -> Accepted:
    return accept(SimpleUploadedFile("rekap.jpg", photo(colour=colour)))


def test_a_report_keeps_who_where_when_and_how_much(kota: Cast, patients: Indicator) -> None:
    (report_id,) = submit([entry(patients, "12.5", note="Poli umum")], by=kota.budi)

    report = Report.objects.get()
    assert (report.pk, report.person_id, report.unit_id) == (report_id, kota.budi.pk, kota.puskesmas.pk)
    assert (report.value, report.note, report.state) == (Decimal("12.5"), "Poli umum", "DIKIRIM")
    assert abs(report.sent_at - clock.now()) < timedelta(seconds=60)


def test_each_report_is_one_act_in_the_ledger(kota: Cast, patients: Indicator) -> None:
    second = make_indicator(patients.rhk, "Kepuasan pasien")

    ids = submit([entry(patients), entry(second)], by=kota.budi)

    acts = Act.objects.filter(verb="reporting.submitted")
    assert {act.subject_id for act in acts} == set(ids)
    assert {act.also for act in acts} == {patients.pk, second.pk}
    assert {act.by_id for act in acts} == {kota.budi.pk}


def test_evidence_lies_in_the_store_of_the_instansi(kota: Cast, patients: Indicator) -> None:
    submit([entry(patients, evidence=(file(),))], by=kota.budi)

    evidence = Evidence.objects.get()
    assert store.is_kept(kota.kota.pk, evidence.sha256)
    assert not store.is_kept(kota.muaro.pk, evidence.sha256)


def test_the_same_entry_again_writes_nothing(kota: Cast, patients: Indicator) -> None:
    once = entry(patients, evidence=(file(),))

    assert submit([once], by=kota.budi) == submit([once], by=kota.budi)

    assert (Report.objects.count(), Evidence.objects.count()) == (1, 1)
    assert Act.objects.filter(verb="reporting.submitted").count() == 1


def test_a_sheet_that_was_half_known_adds_the_rest(kota: Cast, patients: Indicator) -> None:
    known, fresh = entry(patients, 1), entry(patients, 2)
    submit([known], by=kota.budi)

    submit([known, fresh], by=kota.budi)

    assert sorted(Report.objects.values_list("value", flat=True)) == [1, 2]


@pytest.mark.parametrize(
    "change",
    [
        {"value": Decimal(13)},
        {"note": "lain"},
        {"day": TODAY - timedelta(days=1)},
        {"evidence": "file"},
    ],
)
def test_a_known_id_with_other_content_is_refused(
    change: dict[str, Any], kota: Cast, patients: Indicator
) -> None:
    once = entry(patients)
    submit([once], by=kota.budi)
    if "evidence" in change:
        change = {"evidence": (file(),)}

    with pytest.raises(errors.KeyUsed), transaction.atomic():
        submit([replace(once, **change)], by=kota.budi)


def test_an_id_of_somebody_elses_report_is_refused(kota: Cast, patients: Indicator) -> None:
    other = make_report(make_patients(kota.sari), value=12)

    with pytest.raises(errors.KeyUsed), transaction.atomic():
        submit([entry(patients, id=other.pk)], by=kota.budi)


def test_an_id_of_another_instansi_is_refused_and_tells_nothing(cast: Cast) -> None:
    with inside(cast.muaro.pk):
        theirs = make_report(make_patients(cast.dewi))
    with inside(cast.kota.pk):
        patients = make_patients(cast.budi)
    with pytest.raises(errors.KeyUsed), inside(cast.kota.pk):
        submit([entry(patients, id=theirs.pk)], by=cast.budi)


def test_somebody_elses_indicator_is_refused(kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.NotYourIndicator):
        submit([entry(patients)], by=kota.sari)


def test_an_indicator_that_is_not_there_is_refused(kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.NotYourIndicator):
        submit([replace(entry(patients), indicator_id=uuid4())], by=kota.budi)


@pytest.mark.parametrize("state", [each for each in SkpState if each != SkpState.AGREED])
def test_an_skp_that_is_not_agreed_takes_no_report(state: str, kota: Cast, patients: Indicator) -> None:
    skp = patients.rhk.skp
    skp.state = state
    skp.save(update_fields=["state"])

    with pytest.raises(errors.NotReportable, match="tidak sedang berlaku"):
        submit([entry(patients)], by=kota.budi)


@pytest.mark.parametrize("state", [PeriodState.DRAFT, PeriodState.CLOSED])
def test_a_period_that_is_not_open_takes_no_report(state: str, kota: Cast, patients: Indicator) -> None:
    period = patients.rhk.skp.period
    period.state = state
    period.save(update_fields=["state"])

    with pytest.raises(errors.NotReportable, match="Periode"):
        submit([entry(patients)], by=kota.budi)


@pytest.mark.parametrize("day", [TODAY + timedelta(days=1), date(2025, 12, 31), date(2027, 1, 1)])
def test_days_that_cannot_be_are_refused(day: date, kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.WrongDay):
        submit([entry(patients, day=day)], by=kota.budi)


@pytest.mark.parametrize("value", ["-1", "-0.0001", "0.00001", "100000000000000"])
def test_figures_that_cannot_be_are_refused(value: str, kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.WrongValue):
        submit([entry(patients, value)], by=kota.budi)


def test_nothing_of_a_sheet_is_written_when_one_row_is_refused(kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.WrongDay):
        submit([entry(patients), entry(patients, day=date(2027, 1, 1))], by=kota.budi)

    assert not Report.objects.exists()


def test_a_file_that_was_removed_as_personal_data_is_not_taken_again(kota: Cast, patients: Indicator) -> None:
    make_evidence(make_report(patients), file().sha256, removed_at=clock.now())

    with pytest.raises(errors.EvidenceRefused, match="pernah dihapus"), transaction.atomic():
        submit([entry(patients, evidence=(file(),))], by=kota.budi)


def test_zero_is_a_figure(kota: Cast, patients: Indicator) -> None:
    submit([entry(patients, 0)], by=kota.budi)

    assert Report.objects.get().value == 0
