"""Late reports with their reason, locked days, and who opens them again."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting import actions
from kinerja.areas.reporting.errors import LateReason, Locked, OpeningRefused
from kinerja.areas.reporting.models import FillingRule, Opening, Report
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.conftest import TODAY
from kinerja.areas.reporting.tests.factories import make_patients, make_report
from kinerja.areas.reporting.tests.test_record_page import row, sheet
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry as LedgerEntry
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock

ClientOf = Callable[[Any], Client]
PAGE, OPENINGS, RULE = "/laporan/catat/", "/laporan/pembukaan/", "/laporan/pembukaan/batas/"
MAY = date(2026, 5, 20)


@pytest.fixture
def rule(kota: Cast) -> FillingRule:
    """A reason after 7 days, a month locked after the fifth of the next."""
    return actions.set_filling_rule(late_after=7, locks_on=5, by=kota.ratna)


def entry(indicator: Indicator, day: date, **more: Any) -> actions.Entry:
    return actions.Entry(uuid4(), indicator.pk, day, Decimal(5), **more)


def opened(by: Any, **how: Any) -> Opening:
    """May opened until the third of July."""
    given: dict[str, Any] = {
        "begins": date(2026, 5, 1), "ends": date(2026, 5, 31), "until": date(2026, 7, 3), "reason": "Sakit sebulan",
        "is_agency": False, "headed": [],
    }  # fmt: skip
    return actions.open_days(by=by, **(given | how))


# late


def test_within_its_days_a_report_needs_no_reason(patients: Indicator, kota: Cast, rule: FillingRule) -> None:
    actions.submit([entry(patients, TODAY - timedelta(days=7))], by=kota.budi)

    assert Report.objects.get().late_reason == ""


def test_later_it_is_refused_without_a_reason_and_taken_with_one(
    patients: Indicator, kota: Cast, rule: FillingRule
) -> None:
    day = TODAY - timedelta(days=8)
    with pytest.raises(LateReason, match="terlambat: lewat 8 hari, batasnya 7 hari"):
        actions.submit([entry(patients, day)], by=kota.budi)

    actions.submit([entry(patients, day, late_reason="Dinas luar")], by=kota.budi)

    assert Report.objects.get().late_reason == "Dinas luar"


def test_the_sheet_asks_for_the_reason_and_keeps_what_was_typed(
    patients: Indicator, kota: Cast, rule: FillingRule, client_of: ClientOf
) -> None:
    client, sent = client_of(kota.budi), sheet(row(patients, "12", note="Poli"), day="2026-06-20")

    answer = client.post(PAGE, sent)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Isi alasan terlambat" in page
    assert 'name="late_reason"' in page
    assert 'value="12"' in page
    assert client.post(PAGE, sent | {"late_reason": "Sakit"}).status_code == 302
    report = Report.objects.get()
    assert "Sakit" in client.get(f"/laporan/{report.pk}/").content.decode()
    assert "Sakit" in client_of(kota.sari).get(f"/laporan/{report.pk}/").content.decode()


def test_what_a_device_wrote_in_time_is_not_late(patients: Indicator, kota: Cast, rule: FillingRule) -> None:
    written = datetime(2026, 6, 18, 9, tzinfo=clock.WIB)

    actions.submit([entry(patients, date(2026, 6, 15), written_at=written)], by=kota.budi)

    assert Report.objects.get().late_reason == ""


def test_a_device_that_names_a_moment_long_ago_counts_as_today(
    patients: Indicator, kota: Cast, rule: FillingRule
) -> None:
    written = datetime(2026, 3, 2, tzinfo=clock.WIB)
    with pytest.raises(LateReason):
        actions.submit([entry(patients, date(2026, 6, 15), written_at=written)], by=kota.budi)


def test_where_nothing_was_decided_nothing_is_late(patients: Indicator, kota: Cast) -> None:
    actions.submit([entry(patients, date(2026, 1, 2))], by=kota.budi)

    assert Report.objects.count() == 1


def test_the_daily_report_asks_the_database_nothing_about_it(
    patients: Indicator, kota: Cast, rule: FillingRule
) -> None:
    with CaptureQueriesContext(connection) as statements:
        actions.submit([entry(patients, TODAY), entry(patients, TODAY - timedelta(days=1))], by=kota.budi)

    assert not any(
        "fillingrule" in each["sql"] or "opening" in each["sql"] for each in statements.captured_queries
    )


# locked


def test_a_locked_day_is_refused_with_who_can_open_it(
    patients: Indicator, kota: Cast, rule: FillingRule, client_of: ClientOf
) -> None:
    with pytest.raises(Locked, match="sudah dikunci sejak 6 Juni 2026. Minta dibuka"):
        actions.submit([entry(patients, MAY, late_reason="Sakit")], by=kota.budi)

    answer = client_of(kota.budi).post(PAGE, sheet(row(patients, "12"), day="2026-05-20"))
    assert answer.status_code == 422
    assert 'value="12"' in answer.content.decode()
    assert not Report.objects.exists()


def test_a_month_is_locked_at_midnight_after_its_day(
    patients: Indicator, kota: Cast, rule: FillingRule
) -> None:
    with clock.at(date(2026, 6, 5)):
        actions.submit([entry(patients, date(2026, 5, 31))], by=kota.budi)
    with clock.at(date(2026, 6, 6)), pytest.raises(Locked):
        actions.submit([entry(patients, date(2026, 5, 31))], by=kota.budi)


def test_december_is_locked_in_january(rule: FillingRule) -> None:
    assert rule.locked_from(date(2026, 12, 31)) == date(2027, 1, 6)


def test_correction_and_withdrawal_of_a_locked_day_are_refused_too(
    patients: Indicator, kota: Cast, rule: FillingRule
) -> None:
    report = Report.objects.for_door().get(pk=make_report(patients, MAY).pk)

    with pytest.raises(Locked):
        actions.withdraw(report, reason="Keliru", by=kota.budi)
    with pytest.raises(Locked):
        actions.correct(report, entry(patients, MAY), reason="Keliru", by=kota.budi)
    fresh = Report.objects.for_door().get(pk=make_report(patients, TODAY).pk)
    with pytest.raises(Locked):
        actions.correct(fresh, entry(patients, MAY), reason="Keliru", by=kota.budi)


def test_what_was_sent_back_may_be_mended_though_its_day_is_locked(
    patients: Indicator, kota: Cast, rule: FillingRule
) -> None:
    report = make_report(patients, MAY, state=ReportState.RETURNED)

    actions.correct(
        Report.objects.for_door().get(pk=report.pk), entry(patients, MAY), reason="Ya", by=kota.budi
    )

    assert Report.objects.counting().count() == 1


# opened again


def test_the_head_above_the_rater_opens_for_a_person(
    patients: Indicator, kota: Cast, rule: FillingRule
) -> None:
    opened(kota.kadis, person=kota.budi, headed=[kota.dinkes.pk, kota.puskesmas.pk])

    actions.submit([entry(patients, MAY, late_reason="Sakit")], by=kota.budi)

    assert (
        Message.objects.get(person=kota.budi).title
        == "Pengisian 1 Mei 2026 sampai 31 Mei 2026 dibuka kembali"
    )
    assert LedgerEntry.objects.filter(verb="reporting.days_opened").count() == 1
    others = make_patients(kota.sari)
    with pytest.raises(Locked):
        actions.submit([entry(others, MAY, late_reason="Sakit")], by=kota.sari)


def test_an_opening_ends_with_its_day_and_by_hand(patients: Indicator, kota: Cast, rule: FillingRule) -> None:
    opening = opened(kota.ratna, person=kota.budi, is_agency=True)
    with clock.at(date(2026, 7, 4)), pytest.raises(Locked):
        actions.submit([entry(patients, MAY, late_reason="Sakit")], by=kota.budi)

    actions.end_opening(opening, by=kota.ratna)

    with pytest.raises(Locked):
        actions.submit([entry(patients, MAY, late_reason="Sakit")], by=kota.budi)
    with pytest.raises(OpeningRefused, match="sudah berakhir"):
        actions.end_opening(opening, by=kota.ratna)


def test_a_unit_is_opened_with_all_below_it(patients: Indicator, kota: Cast, rule: FillingRule) -> None:
    opened(kota.walikota, unit=kota.dinkes, headed=[kota.pemda.pk, kota.dinkes.pk, kota.puskesmas.pk])

    actions.submit([entry(patients, MAY, late_reason="Banjir")], by=kota.budi)

    assert Report.objects.count() == 1


@pytest.mark.parametrize(
    ("who", "whom", "sentence"),
    [
        ("sari", {"person": "budi"}, "menilai pegawai ini sendiri"),
        ("kadis", {"person": "kadis"}, "tidak di bawah unit|menilai pegawai ini sendiri"),
        ("sari", {"unit": "puskesmas"}, "tidak di bawah unit yang Anda pimpin"),
        ("sari", {"unit": "dinkes"}, "tidak di bawah unit yang Anda pimpin"),
        ("kadis", {"person": "joko"}, "tidak di bawah unit yang Anda pimpin"),
        ("kadis", {}, "salah satu saja"),
        ("kadis", {"person": "budi", "unit": "puskesmas"}, "salah satu saja"),
    ],
)
def test_nobody_opens_for_himself_his_own_people_or_another_branch(
    who: str, whom: dict[str, str], sentence: str, kota: Cast
) -> None:
    headed = {"sari": [kota.puskesmas.pk], "kadis": [kota.dinkes.pk, kota.puskesmas.pk]}[who]
    chosen = {name: getattr(kota, each) for name, each in whom.items()}

    with pytest.raises(OpeningRefused, match=sentence):
        opened(getattr(kota, who), headed=headed, **chosen)


def test_the_agency_does_not_open_for_itself(kota: Cast) -> None:
    with pytest.raises(OpeningRefused, match="Hari sendiri"):
        opened(kota.ratna, person=kota.ratna, is_agency=True)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"reason": "  "}, "Alasannya belum diisi"),
        ({"begins": date(2026, 6, 3), "ends": date(2026, 6, 2)}, "harus berurutan"),
        ({"ends": date(2026, 7, 2)}, "sudah lewat"),
        ({"until": date(2026, 6, 30)}, "paling cepat hari ini"),
        ({"until": date(2026, 8, 2)}, "paling lama 31 hari"),
    ],
)
def test_days_and_reason_of_an_opening_are_checked(wrong: dict[str, Any], sentence: str, kota: Cast) -> None:
    with pytest.raises(OpeningRefused, match=sentence):
        opened(kota.ratna, person=kota.budi, is_agency=True, **wrong)

    assert not Opening.objects.exists()


# the pages


def test_the_agency_decides_and_opens_on_its_pages(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    client = client_of(kota.ratna)

    client.post(RULE, {"late_after": "7", "locks_on": "5"})
    sent = {
        "person": kota.budi.nip, "begins": "2026-05-01", "ends": "2026-05-31", "until": "2026-07-03",
        "reason": "Sakit sebulan",
    }  # fmt: skip
    page = client.post(OPENINGS, sent, follow=True).content.decode()

    assert "diterima sampai tanggal 5 bulan berikutnya" in page
    assert "Sakit sebulan" in page
    client.post(OPENINGS, {"akhiri": str(Opening.objects.get().pk)})
    assert Opening.objects.get().ended_on == TODAY


@pytest.mark.parametrize("sent", [{"late_after": "0"}, {"locks_on": "29"}, {"late_after": "tujuh"}])
def test_a_rule_that_cannot_be_is_answered(sent: dict[str, str], kota: Cast, client_of: ClientOf) -> None:
    assert client_of(kota.ratna).post(RULE, sent).status_code == 422
    assert not FillingRule.objects.exists()


def test_only_heads_and_the_agency_reach_openings_and_see_their_own(kota: Cast, client_of: ClientOf) -> None:
    mine = opened(kota.ratna, person=kota.joko, is_agency=True)

    assert client_of(kota.budi).get(OPENINGS).status_code == 404
    assert client_of(kota.sari).get(RULE).status_code == 404
    assert "Joko" not in client_of(kota.kadis).get(OPENINGS).content.decode()
    assert client_of(kota.kadis).post(OPENINGS, {"akhiri": str(mine.pk)}).status_code == 404
    assert client_of(kota.ratna).post(OPENINGS, {"akhiri": "x"}).status_code == 404
