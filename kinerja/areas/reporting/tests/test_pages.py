"""Month, day, one report, and the forms of its owner and its rater."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.states import PeriodState
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.factories import make_evidence, make_patients, make_report, pdf, upload
from kinerja.base.calendar.models import FreeDay
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside

ClientOf = Callable[[Any], Client]


def text_of(client: Client, name: str, *args: Any) -> str:
    answer = client.get(reverse(f"reporting:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_month_says_of_each_day_what_is_there(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    make_report(patients, date(2026, 6, 2))
    make_evidence(make_report(patients, date(2026, 6, 3)))
    make_report(patients, date(2026, 6, 4), state=ReportState.RETURNED)
    FreeDay.objects.create(day=date(2026, 6, 5), name="Libur", kind=FreeDay.Kind.NATIONAL, decree="SKB")

    page = text_of(client_of(kota.budi), "month", 2026, 6)

    for word in ("ada tanpa bukti", "cukup", "perlu perbaikan", "kosong", "libur", "Juni 2026"):
        assert word in page
    assert 'href="/laporan/kalender/2026/6/3/"' in page
    assert "/laporan/kalender/2026/5/" in page


def test_days_to_come_have_no_mark_and_no_link(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    page = text_of(client_of(kota.budi), "month", 2026, 8)

    assert "/laporan/kalender/2026/8/3/" not in page
    assert page.count("kosong") == 2  # the lead and the legend


@pytest.mark.parametrize(
    "address",
    ["kalender/2026/13/", "kalender/2026/0/", "kalender/1999/1/", "kalender/2026/2/30/", "kalender/9999/12/"],
)
def test_days_that_do_not_exist_are_not_found(address: str, kota: Cast, client_of: ClientOf) -> None:
    assert client_of(kota.budi).get(f"/laporan/{address}").status_code == 404


def test_a_day_shows_its_reports_and_a_way_to_add(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    make_report(patients, date(2026, 6, 2), 42)

    page = text_of(client_of(kota.budi), "day", 2026, 6, 2)

    assert "42 pasien" in page
    assert "?hari=2026-06-02" in page


def test_the_calendar_is_ones_own(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    make_report(patients, date(2026, 6, 2), 42)

    assert "Belum ada laporan" in text_of(client_of(kota.sari), "day", 2026, 6, 2)


def test_one_report_tells_its_figure_note_and_history(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    client = client_of(kota.budi)
    sent = {
        f"{patients.pk}-key": str(uuid4()),
        f"{patients.pk}-value": "7",
        f"{patients.pk}-note": "Poli gigi",
    }
    client.post("/laporan/catat/", sent | {"day": "2026-07-01"})

    page = text_of(client, "detail", Report.objects.get().pk)

    for words in (
        "Poli gigi",
        "mencatat progres",
        "Budi Santoso",
        "Perbaiki",
        "Tarik laporan",
        "Tambah bukti",
    ):
        assert words in page
    assert "Keputusan Anda" not in page


def test_the_rater_sees_what_he_can_decide(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    page = text_of(client_of(kota.sari), "detail", make_report(patients).pk)

    assert "Keputusan Anda" in page
    assert "Tarik laporan" not in page


def test_a_closed_period_offers_no_changes(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    report = make_report(patients)
    patients.rhk.skp.period.state = PeriodState.CLOSED
    patients.rhk.skp.period.save()

    assert "Perbaiki" not in text_of(client_of(kota.budi), "detail", report.pk)


@pytest.mark.parametrize("name", ["detail", "correct", "withdraw", "send_back"])
def test_dewi_finds_nothing_of_kota_jambi(name: str, cast: Cast, client_of: ClientOf) -> None:
    with inside(cast.kota.pk):
        report = make_report(make_patients(cast.budi))

    assert client_of(cast.dewi).get(reverse(f"reporting:{name}", args=[report.pk])).status_code == 404
    assert client_of(cast.dewi).post(reverse("reporting:accept", args=[report.pk])).status_code == 404


def test_colleagues_do_not_see_each_others_reports(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    report = make_report(patients)

    assert client_of(kota.ratna).get(reverse("reporting:detail", args=[report.pk])).status_code == 404


def correction(**more: str) -> dict[str, str]:
    return {
        "key": str(uuid4()),
        "day": "2026-07-01",
        "value": "9",
        "note": "",
        "reason": "salah ketik",
    } | more


def test_the_owner_corrects_on_a_form(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    client, report = client_of(kota.budi), make_report(patients, value=90)
    page = text_of(client, "correct", report.pk)
    assert 'value="90"' in page
    assert "nama tertutup" in page

    answer = client.post(reverse("reporting:correct", args=[report.pk]), correction(), follow=True)

    assert "laporan sebelumnya" in answer.content.decode()
    assert "laporan perbaikan" in text_of(client, "detail", report.pk)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("value", "banyak", "bukan angka"),
        ("value", "-1", "negatif"),
        ("value", "", "wajib"),
        ("day", "2026-07-02", "belum tiba"),
        ("day", "2025-01-01", "di luar masa SKP"),
        ("reason", "", "wajib"),
        ("reason", "x" * 501, "paling banyak 500"),
        ("key", "x", "tidak dapat dibaca"),
    ],
)
def test_a_correction_with_a_mistake_is_answered(
    field: str, value: str, words: str, patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    report = make_report(patients)

    answer = client_of(kota.budi).post(
        reverse("reporting:correct", args=[report.pk]), correction(**{field: value})
    )

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Report.objects.count() == 1


def test_a_correction_may_bring_a_file(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    report = make_report(patients)
    sent: dict[str, Any] = correction() | {"evidence": upload(pdf(), "rekap.pdf")}

    client_of(kota.budi).post(reverse("reporting:correct", args=[report.pk]), sent)

    assert Report.objects.get(corrects=report).evidence.get().name == "rekap.pdf"


def test_undo_on_the_receipt_leads_back_to_it(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    report = make_report(patients)
    here = f"/laporan/tersimpan/?r={report.pk}"

    answer = client_of(kota.budi).post(
        reverse("reporting:withdraw", args=[report.pk]), {"reason": "Dibatalkan", "next": here}, follow=True
    )

    assert answer.redirect_chain == [(here, 302)]
    assert "Ditarik" in answer.content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)", ""])
def test_a_form_cannot_lead_elsewhere(
    elsewhere: str, patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    report = make_report(patients)

    answer = client_of(kota.budi).post(
        reverse("reporting:withdraw", args=[report.pk]), {"reason": "Dibatalkan", "next": elsewhere}
    )

    assert answer.headers["Location"] == f"/laporan/{report.pk}/"


def test_withdrawing_needs_a_reason(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    report = make_report(patients)

    answer = client_of(kota.budi).post(reverse("reporting:withdraw", args=[report.pk]), {"reason": ""})

    assert answer.status_code == 422
    assert Report.objects.get().state == ReportState.SUBMITTED


@pytest.mark.parametrize("name", ["correct", "withdraw"])
def test_what_is_withdrawn_opens_no_form(
    name: str, patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    report = make_report(patients, state=ReportState.WITHDRAWN)

    answer = client_of(kota.budi).get(reverse(f"reporting:{name}", args=[report.pk]))

    assert answer.status_code == 409
    assert "Ditarik" in answer.content.decode()


def test_the_rater_accepts_and_goes_back_to_his_queue(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    report, client = make_report(patients), client_of(kota.sari)
    address = reverse("reporting:accept", args=[report.pk])

    answer = client.post(address, {"next": "/pantau/persetujuan/"})

    assert answer.headers["Location"] == "/pantau/persetujuan/"
    assert client.get(address).status_code == 405
    again = client.post(address)
    assert again.status_code == 409
    assert "Diterima" in again.content.decode()


def test_the_rater_sends_back_on_a_form(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    report, client = make_report(patients), client_of(kota.sari)
    address = reverse("reporting:send_back", args=[report.pk])
    assert "kotak masuk" in client.get(address).content.decode()

    assert client.post(address, {"comment": ""}).status_code == 422
    assert client.post(address, {"comment": "Rekap buram"}).status_code == 302

    assert "Rekap buram" in text_of(client_of(kota.budi), "detail", report.pk)
    assert client.get(address).status_code == 409


def test_nobody_decides_on_his_own_report(kota: Cast, client_of: ClientOf) -> None:
    report = make_report(make_patients(kota.sari))

    assert client_of(kota.sari).post(reverse("reporting:accept", args=[report.pk])).status_code == 404
