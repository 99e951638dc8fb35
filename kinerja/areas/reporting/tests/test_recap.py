"""The week, and recaps of a week and a month: opened again by readers that had no part in making them."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import docx
import pytest
from django.test import Client
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.tests.factories import make_indicator
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.factories import make_evidence, make_report
from kinerja.base.calendar.models import FreeDay
from kinerja.base.organization.tests.cast import Cast

ClientOf = Callable[[Any], Client]
JUNE = "/laporan/kalender/2026/6/rekap."
EVIL = "#evil[*x*] =1+1 <b>"


@pytest.fixture
def budi(kota: Cast, patients: Indicator, client_of: ClientOf) -> Client:
    """Four weeks of June: figures to add up, to average, withdrawn, returned, with a note that looks like markup."""
    satisfaction = make_indicator(
        patients.rhk, "Kepuasan pasien", unit_of_measure="persen", consolidation="AVERAGE"
    )
    make_evidence(make_report(patients, date(2026, 6, 1), "1200.5", note=EVIL))
    make_report(patients, date(2026, 6, 3), 34)
    make_report(patients, date(2026, 6, 4), 999, state=ReportState.WITHDRAWN)
    make_report(patients, date(2026, 6, 5), 7, state=ReportState.RETURNED)
    for day, value in ((2, 90), (30, 80)):
        make_report(satisfaction, date(2026, 6, day), value)
    return client_of(kota.budi)


def rows_of(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_pdf_is_tagged_archivable_and_says_everything(budi: Client, kota: Cast) -> None:
    answer = budi.get(f"{JUNE}pdf")

    reader = PdfReader(io.BytesIO(answer.content))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert answer["Content-Type"] == "application/pdf"
    assert "rekap-2026-06-01-2026-06-30.pdf" in answer["Content-Disposition"]
    for words in (
        "Rekap laporan kinerja 1 Juni 2026 sampai 30 Juni 2026",
        kota.budi.nip,
        "1.200,5",
        "1.234,5",
        EVIL,
    ):
        assert words in text
    assert "999" not in text
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "id"
    assert b"pdfaid:part" in root["/Metadata"].get_object().get_data()


def test_the_word_file_holds_headings_and_tables(budi: Client, kota: Cast) -> None:
    document = docx.Document(io.BytesIO(budi.get(f"{JUNE}docx").content))

    facts, reports, sums = map(rows_of, document.tables)
    assert [p.text for p in document.paragraphs if p.style and p.style.name.startswith("Heading")] == [
        "Rekap laporan kinerja 1 Juni 2026 sampai 30 Juni 2026",
        "Jumlah per indikator",
    ]
    assert ["Nama", kota.budi.full_name] in facts
    assert reports[1] == [
        "1 Jun 2026",
        "Jumlah pasien dilayani sesuai standar",
        "1.200,5",
        "pasien",
        EVIL,
        "Menunggu",
        "1",
    ]
    assert [row[5] for row in reports[1:]].count("Dikembalikan") == 1
    assert sums[1:] == [
        ["Jumlah pasien dilayani sesuai standar", "dijumlahkan", "1.234,5", "pasien", "2"],
        ["Kepuasan pasien", "rata-rata", "85", "persen", "2"],
    ]


def test_the_workbook_holds_numbers_and_days(budi: Client) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(budi.get(f"{JUNE}xlsx").content))

    reports = book.get_sheet_by_name("Laporan").to_python()
    assert reports[1][:5] == [
        date(2026, 6, 1),
        "Jumlah pasien dilayani sesuai standar",
        1200.5,
        "pasien",
        EVIL,
    ]
    assert [row[2] for row in book.get_sheet_by_name("Jumlah").to_python()[1:]] == [1234.5, 85.0]


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx"])
def test_a_week_is_recapped_and_an_empty_one_too(kind: str, budi: Client) -> None:
    week, empty = (budi.get(f"/laporan/kalender/pekan/2026/{number}/rekap.{kind}") for number in (23, 10))

    assert (week.status_code, empty.status_code) == (200, 200)
    assert len(week.content) > len(empty.content) > 500


@pytest.mark.parametrize(
    "address",
    [
        "2026/6/rekap.odt", "2026/13/rekap.pdf", "pekan/2026/54/rekap.pdf", "pekan/2026/54/", "pekan/1999/1/",
        "pekan/2026/0/",
    ],
)  # fmt: skip
def test_what_does_not_exist_is_not_found(address: str, budi: Client) -> None:
    assert budi.get(f"/laporan/kalender/{address}").status_code == 404


def test_a_recap_holds_ones_own_reports_alone(budi: Client, kota: Cast, client_of: ClientOf) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(client_of(kota.sari).get(f"{JUNE}xlsx").content))

    assert len(book.get_sheet_by_name("Laporan").to_python()) == 1


def test_a_week_says_of_each_day_what_is_there(budi: Client) -> None:
    FreeDay.objects.create(day=date(2026, 6, 4), name="Libur", kind=FreeDay.Kind.NATIONAL, decree="SKB")

    page = budi.get("/laporan/kalender/pekan/2026/23/").content.decode()

    for words in (
        "1 Jun 2026 – 7 Jun 2026", "Senin, 1 Jun 2026", "cukup", "ada tanpa bukti", "libur", "perlu perbaikan",
        "1.200,5 pasien", "1.234,5 pasien", "Harian", "Mingguan",
    ):  # fmt: skip
        assert words in page
    assert 'href="/laporan/kalender/pekan/2026/22/"' in page
    assert 'href="/laporan/kalender/pekan/2026/24/"' in page


def test_the_week_of_today_is_the_first(budi: Client) -> None:
    page = budi.get("/laporan/kalender/pekan/").content.decode()

    assert "29 Jun 2026 – 5 Jul 2026" in page
    assert "/laporan/kalender/2026/7/5/" not in page  # a day to come has nothing to see
