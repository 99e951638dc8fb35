"""Catat progres: the sheet, what it answers to mistakes, and what it costs."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.tests.factories import make_indicator
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.areas.reporting.tests.factories import make_patients, pdf, photo, upload
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside

ClientOf = Callable[[Any], Client]
PAGE = "/laporan/catat/"


def row(indicator: Indicator, value: str = "12", key: UUID | None = None, **more: Any) -> dict[str, Any]:
    """What a browser sends for one row."""
    sent = {"key": str(key or uuid4()), "value": value, "note": ""} | more
    return {f"{indicator.pk}-{name}": what for name, what in sent.items()}


def sheet(*rows: dict[str, Any], day: str = "2026-07-01") -> dict[str, Any]:
    joined: dict[str, Any] = {"day": day}
    for each in rows:
        joined |= each
    return joined


def test_the_page_shows_each_indicator_with_its_pace(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    page = client_of(kota.budi).get(PAGE).content.decode()

    assert patients.name in page
    assert "seharusnya 298 dari 600 pasien hari ini" in page
    assert "nama tertutup" in page
    assert 'value="2026-07-01"' in page


def test_a_link_may_choose_day_and_indicator(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    make_indicator(patients.rhk, "Kepuasan pasien")

    page = client_of(kota.budi).get(PAGE, {"hari": "2026-06-03", "iki": str(patients.pk)}).content.decode()

    assert 'value="2026-06-03"' in page
    assert page.count('<details class="entry" open>') == 1


@pytest.mark.parametrize("day", ["kemarin", "2026-02-31", ""])
def test_an_unreadable_day_in_a_link_means_today(
    day: str, kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    assert 'value="2026-07-01"' in client_of(kota.budi).get(PAGE, {"hari": day}).content.decode()


def test_without_an_agreed_skp_the_page_says_when_there_will_be_something(
    kota: Cast, client_of: ClientOf
) -> None:
    assert "setelah SKP Anda disetujui" in client_of(kota.ratna).get(PAGE).content.decode()


def test_a_number_is_saved_and_shown_on_the_receipt(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    client = client_of(kota.budi)

    answer = client.post(PAGE, sheet(row(patients, "1.012,5", note="Poli umum")), follow=True)

    report = Report.objects.get()
    assert (report.value, report.day, report.note) == (Decimal("1012.5"), date(2026, 7, 1), "Poli umum")
    assert (report.person_id, report.unit_id, report.state) == (kota.budi.pk, kota.puskesmas.pk, "DIKIRIM")
    text = answer.content.decode()
    assert "Tersimpan 08.00 WIB" in text
    assert "1.012,5" in text
    assert "Batalkan" in text
    assert "Catat lagi" in text


def test_several_rows_are_saved_at_once_and_empty_ones_left_out(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    second = make_indicator(patients.rhk, "Kepuasan pasien", consolidation="AVERAGE")
    third = make_indicator(patients.rhk, "Waktu tunggu")

    sent = sheet(row(patients, "3"), row(second, "88,5"), row(third, ""))
    answer = client_of(kota.budi).post(PAGE, sent)

    assert answer.status_code == 302
    assert {r.indicator_id: r.value for r in Report.objects.all()} == {
        patients.pk: 3,
        second.pk: Decimal("88.5"),
    }


def test_a_photo_and_a_pdf_go_along(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    second = make_indicator(patients.rhk, "Laporan bulanan")
    sent = sheet(
        row(patients, evidence=upload(photo(exif=b"Exif\0\0"))),
        row(second, "1", evidence=upload(pdf(), "laporan.pdf")),
    )

    assert client_of(kota.budi).post(PAGE, sent).status_code == 302

    assert {(e.kind, e.name, e.report.indicator_id) for e in Evidence.objects.all()} == {
        ("FOTO", "rekap.jpg", patients.pk),
        ("PDF", "laporan.pdf", second.pk),
    }


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("dua belas", "bukan angka yang dapat dibaca"),
        ("12x", "bukan angka yang dapat dibaca"),
        ("-3", "tidak boleh negatif"),
        ("1.234", "bisa berarti"),
        ("1,23456", "Angka di belakang koma terlalu banyak"),
        ("9" * 15, "terlalu"),
        ("NaN", "bukan angka"),
        ("1e5", "bukan angka"),
    ],
)
def test_a_figure_that_cannot_be_read_is_answered_beside_it(
    value: str, sentence: str, patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    answer = client_of(kota.budi).post(PAGE, sheet(row(patients, value, note="Poli umum")))

    text = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in text
    assert f'value="{value}"' in text
    assert "Poli umum" in text
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2026-07-02", "belum tiba"),
        ("2025-12-31", "di luar masa SKP"),
        ("31-02-2026", "tidak ada di kalender"),
        ("kemarin", "tidak ada di kalender"),
        ("", "wajib"),
    ],
)
def test_a_day_that_cannot_be_is_answered_beside_it(
    day: str, sentence: str, patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    answer = client_of(kota.budi).post(PAGE, sheet(row(patients), day=day))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Report.objects.exists()


def test_an_indonesian_date_is_read(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    client_of(kota.budi).post(PAGE, sheet(row(patients), day="03-06-2026"))

    assert Report.objects.get().day == date(2026, 6, 3)


def test_one_bad_row_keeps_all_rows_from_being_saved(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    second = make_indicator(patients.rhk, "Kepuasan pasien")

    answer = client_of(kota.budi).post(PAGE, sheet(row(patients, "3"), row(second, "banyak")))

    assert answer.status_code == 422
    assert not Report.objects.exists()


def test_a_note_without_a_number_asks_for_the_number(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    answer = client_of(kota.budi).post(PAGE, sheet(row(patients, "", note="Ramai sekali")))

    assert answer.status_code == 422
    assert "Ramai sekali" in answer.content.decode()


@pytest.mark.parametrize("sent", [{"day": "2026-07-01"}, {}, {"bukan-uuid-value": "3", "day": "2026-07-01"}])
def test_nothing_filled_in_is_said_so(
    sent: dict[str, str], patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    answer = client_of(kota.budi).post(PAGE, sent)

    assert answer.status_code == 422
    assert "Belum ada angka yang diisi" in answer.content.decode()


def test_a_key_that_is_no_uuid_is_refused(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    answer = client_of(kota.budi).post(PAGE, sheet(row(patients) | {f"{patients.pk}-key": "satu"}))

    assert answer.status_code == 422
    assert not Report.objects.exists()


def test_a_hostile_file_is_answered_beside_it(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    sent = sheet(row(patients, evidence=upload(b"<svg xmlns='x'><script/></svg>", "rekap.jpg")))

    answer = client_of(kota.budi).post(PAGE, sent)

    assert answer.status_code == 422
    assert "bukan foto (JPEG, PNG, WebP) atau PDF" in answer.content.decode()
    assert not Report.objects.exists()


def test_a_colleagues_indicator_is_refused(kota: Cast, client_of: ClientOf) -> None:
    answer = client_of(kota.budi).post(PAGE, sheet(row(make_patients(kota.sari))))

    assert answer.status_code == 403
    assert "bukan bagian dari SKP Anda" in answer.content.decode()
    assert not Report.objects.exists()


def test_dewi_cannot_name_an_indicator_of_kota_jambi(cast: Cast, client_of: ClientOf) -> None:
    with inside(cast.kota.pk):
        patients = make_patients(cast.budi)

    assert client_of(cast.dewi).post(PAGE, sheet(row(patients))).status_code == 404


def test_the_same_sheet_twice_is_one_report_and_the_same_answer(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    client, key = client_of(kota.budi), uuid4()

    answers = [client.post(PAGE, sheet(row(patients, key=key, evidence=upload()))) for _time in range(2)]

    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    acts = Entry.objects.filter(verb="reporting.submitted")
    assert (Report.objects.count(), Evidence.objects.count(), acts.count()) == (1, 1, 1)


def test_a_known_key_with_another_figure_is_refused(cast: Cast, client_of: ClientOf) -> None:
    client, key = client_of(cast.budi), uuid4()
    with inside(cast.kota.pk):
        patients = make_patients(cast.budi)
    client.post(PAGE, sheet(row(patients, "3", key=key)))

    answer = client.post(PAGE, sheet(row(patients, "4", key=key)))

    assert answer.status_code == 422
    assert "kunci laporan lain" in answer.content.decode()
    with inside(cast.kota.pk):
        assert [report.value for report in Report.objects.all()] == [3]


def test_a_visitor_is_sent_to_sign_in(cast: Cast) -> None:
    assert Client().post(PAGE, {}).status_code == 302


def test_a_report_costs_ten_statements(cast: Cast, client_of: ClientOf) -> None:
    client = client_of(cast.budi)
    with inside(cast.kota.pk):
        patients = make_patients(cast.budi)

    with CaptureQueriesContext(connection) as asked:
        assert client.post(PAGE, sheet(row(patients))).status_code == 302

    # session, user, begin, instansi, person; line, report, ledger; commit, and one that only nested tests need
    assert len(asked) <= 10


def test_the_receipt_of_others_is_not_found(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    address = client_of(kota.budi).post(PAGE, sheet(row(patients))).headers["Location"]

    assert client_of(kota.sari).get(address).status_code == 404
    assert client_of(kota.budi).get(reverse("reporting:receipt"), {"r": "x"}).status_code == 404
