"""correct(): a new row that names the old one, with its reason and the old evidence."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.states import PeriodState
from kinerja.areas.reporting import errors, queries
from kinerja.areas.reporting.actions import Entry, correct, send_back
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.conftest import TODAY
from kinerja.areas.reporting.tests.factories import make_evidence, make_report
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry as Act
from kinerja.base.organization.tests.cast import Cast


def anew(indicator: Indicator, value: Any = 10, **extra: Any) -> Entry:
    return Entry(uuid4(), indicator.pk, extra.pop("day", TODAY), Decimal(str(value)), **extra)


def loaded(report: Report) -> Report:
    return Report.objects.for_door().get(pk=report.pk)


def test_the_new_row_counts_and_the_old_one_stays(kota: Cast, patients: Indicator) -> None:
    old = make_report(patients, value=100)

    new_id = correct(loaded(old), anew(patients, 10), reason="salah ketik nol", by=kota.budi)

    new = Report.objects.get(pk=new_id)
    assert (new.corrects_id, new.value, new.state, new.reason) == (old.pk, 10, "DIKIRIM", "salah ketik nol")
    assert loaded(old).state == ReportState.CORRECTED
    assert queries.progress_of([patients.pk], TODAY, TODAY)[patients.pk].value == 10


def test_evidence_goes_along_but_not_what_was_removed(kota: Cast, patients: Indicator) -> None:
    old = make_report(patients)
    make_evidence(old, "a" * 64)
    make_evidence(old, "b" * 64, removed_at=old.sent_at)

    new_id = correct(loaded(old), anew(patients), reason="angka", by=kota.budi)

    assert list(Report.objects.get(pk=new_id).evidence.values_list("sha256", flat=True)) == ["a" * 64]


def test_it_is_one_act_that_names_both(kota: Cast, patients: Indicator) -> None:
    new_id = correct(loaded(make_report(patients)), anew(patients), reason="angka", by=kota.budi)

    assert Act.objects.get(verb="reporting.corrected").subject_id == new_id


def test_correcting_what_was_sent_back_settles_the_message(kota: Cast, patients: Indicator) -> None:
    old = make_report(patients)
    send_back(loaded(old), comment="angkanya keliru", by=kota.sari)

    correct(loaded(old), anew(patients), reason="diperbaiki", by=kota.budi)

    assert Message.objects.get(kind="reporting.sent_back").done_at is not None


def test_the_same_correction_twice_is_one(kota: Cast, patients: Indicator) -> None:
    old, entry = make_report(patients), anew(patients)

    first = correct(loaded(old), entry, reason="angka", by=kota.budi)
    again = correct(loaded(old), entry, reason="angka", by=kota.budi)

    assert first == again
    assert Report.objects.count() == 2


def test_a_second_correction_of_the_same_report_is_refused(kota: Cast, patients: Indicator) -> None:
    old = make_report(patients)
    correct(loaded(old), anew(patients), reason="angka", by=kota.budi)

    with pytest.raises(errors.WrongState, match="Diganti perbaikan"):
        correct(loaded(old), anew(patients), reason="lagi", by=kota.budi)


def test_a_page_that_is_out_of_date_is_refused(kota: Cast, patients: Indicator) -> None:
    old = make_report(patients)
    stale = loaded(old)
    Report.objects.filter(pk=old.pk).update(state=ReportState.WITHDRAWN)

    with pytest.raises(errors.WrongState, match="Ditarik"):
        correct(stale, anew(patients), reason="angka", by=kota.budi)
    assert Report.objects.count() == 1


def test_the_indicator_cannot_be_changed(kota: Cast, patients: Indicator) -> None:
    old = make_report(patients)

    new_id = correct(loaded(old), replace(anew(patients), indicator_id=uuid4()), reason="angka", by=kota.budi)

    assert Report.objects.get(pk=new_id).indicator_id == patients.pk


def test_only_the_owner_corrects(kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.NotYourReport):
        correct(loaded(make_report(patients)), anew(patients), reason="angka", by=kota.sari)


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_reason_is_needed(reason: str, kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.WrongValue, match="Alasannya"):
        correct(loaded(make_report(patients)), anew(patients), reason=reason, by=kota.budi)


def test_a_closed_period_takes_no_correction(kota: Cast, patients: Indicator) -> None:
    old = make_report(patients)
    patients.rhk.skp.period.state = PeriodState.CLOSED
    patients.rhk.skp.period.save()

    with pytest.raises(errors.NotReportable):
        correct(loaded(old), anew(patients), reason="angka", by=kota.budi)


@pytest.mark.parametrize("day", [TODAY + timedelta(days=1), date(2025, 12, 31)])
def test_a_day_that_cannot_be_is_refused(day: date, kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.WrongDay):
        correct(loaded(make_report(patients)), anew(patients, day=day), reason="tanggal", by=kota.budi)


def test_a_negative_figure_is_refused(kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.WrongValue):
        correct(loaded(make_report(patients)), anew(patients, -1), reason="angka", by=kota.budi)
