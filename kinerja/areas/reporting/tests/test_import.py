"""Import of reports from a workbook: what it refuses, row by row, and that nothing is half done."""

import io
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from python_calamine import CalamineWorkbook

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.tests.factories import make_indicator
from kinerja.areas.reporting import actions
from kinerja.areas.reporting.actions.importing import MOST_ROWS
from kinerja.areas.reporting.models import Report, ReportImport
from kinerja.areas.reporting.tests.factories import make_patients, make_report
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools.ui.forms import MOST_TABLE_BYTES

ClientOf = Callable[[Any], Client]
PAGE = "/laporan/impor/"
HEADER = ["TANGGAL", "INDIKATOR", "ANGKA", "SATUAN", "CATATAN"]
NAME = "Jumlah pasien dilayani sesuai standar"
Rows = list[list[Any]]


def workbook(rows: Rows, header: list[str] | None = None) -> bytes:
    """An XLSX as people write it: dates as dates, numbers as numbers, what is text as text."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet, day_format = book.add_worksheet("Laporan"), book.add_format({"num_format": "dd-mm-yyyy"})
        for number, row in enumerate([header or HEADER, *rows]):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, cell, day_format)  # type: ignore[arg-type]
                else:
                    sheet.write(number, column, cell)
    return buffer.getvalue()


def upload(content: bytes, name: str = "juni.xlsx") -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, content)}


def send(client: Client, rows: Rows) -> ReportImport:
    answer = client.post(PAGE, upload(workbook(rows)))
    assert answer.status_code == 302, answer.content.decode()
    return ReportImport.objects.order_by("-uploaded_at").first()  # type: ignore[return-value]


def june(number: int) -> date:
    return date(2026, 6, number)


@pytest.fixture
def budi(kota: Cast, patients: Indicator, client_of: ClientOf) -> Client:
    assert patients.name == NAME
    return client_of(kota.budi)


def test_the_workbook_to_begin_with_holds_ones_indicators_and_days(
    budi: Client, patients: Indicator, tmp_path: Path
) -> None:
    make_indicator(patients.rhk, "Kepuasan pasien", unit_of_measure="persen")
    path = tmp_path / "lembar.xlsx"
    path.write_bytes(budi.get(f"{PAGE}lembar.xlsx").content)

    book = CalamineWorkbook.from_path(path)
    rows, names = (
        book.get_sheet_by_name("Laporan").to_python(),
        book.get_sheet_by_name("Indikator").to_python(),
    )
    assert rows[0] == HEADER
    assert [row[:4] for row in rows[1:]] == [
        [date(2026, 7, 1), NAME, "", "pasien"],
        [date(2026, 7, 1), "Kepuasan pasien", "", "persen"],
    ]
    assert names[1:] == [[NAME, "pasien"], ["Kepuasan pasien", "persen"]]


def test_the_workbook_itself_filled_in_is_taken(budi: Client, patients: Indicator) -> None:
    """Rows nobody filled in are passed over."""
    content = budi.get(f"{PAGE}lembar.xlsx").content

    answer = budi.post(PAGE, upload(content), follow=True)

    assert "Baris terisi dalam berkas" in answer.content.decode()
    assert ReportImport.objects.get().read == 0


def test_a_file_is_looked_at_first_and_then_imported(budi: Client, patients: Indicator, kota: Cast) -> None:
    run = send(budi, [[june(1), NAME, 12, "pasien", "Poli"], [june(2), NAME.upper(), "1.234,5", "", ""]])

    page = budi.get(f"{PAGE}{run.pk}/").content.decode()
    assert not Report.objects.exists()
    assert "Impor sekarang" in page

    answer = budi.post(f"{PAGE}{run.pk}/", follow=True)

    assert "2 laporan diimpor." in answer.content.decode()
    assert {(r.day, r.value, r.note, r.person_id) for r in Report.objects.all()} == {
        (june(1), Decimal(12), "Poli", kota.budi.pk),
        (june(2), Decimal("1234.5"), "", kota.budi.pk),
    }
    assert Entry.objects.filter(verb="reporting.submitted").count() == 2
    assert Entry.objects.filter(verb="reporting.import_done").count() == 1
    run.refresh_from_db()
    assert (run.state, run.rows) == ("SELESAI", [])


def test_imported_twice_it_is_one_import(budi: Client) -> None:
    run = send(budi, [[june(1), NAME, 12]])

    budi.post(f"{PAGE}{run.pk}/")
    budi.post(f"{PAGE}{run.pk}/")

    assert Report.objects.count() == 1


def test_the_same_file_again_changes_nothing(budi: Client) -> None:
    rows: Rows = [[june(1), NAME, 12, "", "Poli"], [june(2), NAME, 13, "", ""]]
    budi.post(f"{PAGE}{send(budi, rows).pk}/")

    again = send(budi, rows)
    answer = budi.post(f"{PAGE}{again.pk}/", follow=True)

    assert (again.new, again.unchanged, again.faulty) == (0, 2, 0)
    assert "tidak mengubah apa pun" in answer.content.decode()
    assert Report.objects.count() == 2


def test_another_figure_for_a_reported_day_is_a_fault_and_not_a_second_report(
    budi: Client, patients: Indicator
) -> None:
    newer = make_indicator(patients.rhk, "Nama lama", lineage=patients.lineage)
    make_report(newer, june(1), 9)

    run = send(budi, [[june(1), NAME, 12]])

    assert run.state == "BERMASALAH"
    assert "sudah dilaporkan dengan angka 9" in budi.get(f"{PAGE}{run.pk}/").content.decode()


def test_what_was_reported_between_look_and_import_is_not_counted_twice(
    budi: Client, patients: Indicator
) -> None:
    run = send(budi, [[june(1), NAME, 12], [june(2), NAME, 13]])
    make_report(patients, june(1), 12)
    same = budi.post(f"{PAGE}{run.pk}/", follow=True).content.decode()

    assert "1 laporan diimpor." in same
    assert Report.objects.count() == 2

    run = send(budi, [[june(3), NAME, 12], [june(4), NAME, 13]])
    make_report(patients, june(3), 99)
    assert "sementara itu ada laporan lain" in budi.post(f"{PAGE}{run.pk}/").content.decode()
    assert not Report.objects.filter(day=june(4)).exists()


FAULTS: list[tuple[str, list[Any], str, str]] = [
    ("text for a number", [june(1), NAME, "dua belas"], "ANGKA", "bukan angka yang dapat dibaca"),
    ("English notation", [june(1), NAME, "1,234.5"], "ANGKA", "bukan angka yang dapat dibaca"),
    ("two meanings", [june(1), NAME, "1.234"], "ANGKA", "bisa berarti"),
    ("negative", [june(1), NAME, -3], "ANGKA", "tidak boleh negatif"),
    ("too large", [june(1), NAME, 10**15], "ANGKA", "14 digit"),
    ("a date for a number", [june(1), NAME, june(2)], "ANGKA", "berupa tanggal"),
    ("no number", [june(1), NAME, "", "", "Poli"], "ANGKA", "kosong, padahal wajib"),
    ("no day", ["", NAME, 3], "TANGGAL", "kosong, padahal wajib"),
    ("no such day", ["31-02-2026", NAME, 3], "TANGGAL", "bukan tanggal yang ada di kalender"),
    ("a day to come", [date(2026, 7, 2), NAME, 3], "TANGGAL", "belum tiba"),
    ("long ago", [date(1998, 3, 3), NAME, 3], "TANGGAL", "di luar masa SKP"),
    ("nobody's indicator", [june(1), "Jumlah kapal", 3], "INDIKATOR", "tidak ada indikator bernama ini"),
    ("no indicator", [june(1), "", 3], "INDIKATOR", "kosong, padahal wajib"),
    ("another unit", [june(1), NAME, 3, "murid"], "SATUAN", "bukan satuan indikator ini, yaitu pasien"),
    ("an endless note", [june(1), NAME, 3, "", "x" * 2_001], "CATATAN", "paling banyak 2.000"),
]


@pytest.mark.parametrize(
    ("row", "column", "reason"), [each[1:] for each in FAULTS], ids=[f[0] for f in FAULTS]
)
def test_a_fault_is_told_with_row_column_value_and_reason(
    row: list[Any], column: str, reason: str, budi: Client
) -> None:
    run = send(budi, [[june(9), NAME, 3], row])

    (fault,) = run.faults
    assert (fault["row"], fault["column"]) == (3, column)
    assert reason in fault["reason"]
    assert fault["remedy"]
    assert budi.post(f"{PAGE}{run.pk}/").status_code == 422
    assert not Report.objects.exists()


def test_a_colleagues_indicator_is_none_of_ones_own(budi: Client, kota: Cast) -> None:
    make_patients(kota.sari, name="Indikator Sari")

    assert "tidak ada indikator" in send(budi, [[june(1), "Indikator Sari", 3]]).faults[0]["reason"]


def test_two_rows_that_say_the_same_are_told(budi: Client) -> None:
    run = send(budi, [[june(1), NAME, 3], [june(1), NAME, 3], [june(1), NAME, 4]])

    assert [(f["row"], f["reason"]) for f in run.faults] == [(3, "sama persis dengan baris 2 berkas ini")]


def test_a_thousand_rows_with_37_planted_errors_list_exactly_these(
    budi: Client, patients: Indicator, tmp_path: Path
) -> None:
    """And the same workbook, mended in place, is taken whole."""
    names = [NAME, *(make_indicator(patients.rhk, f"Indikator {n}").name for n in range(7))]
    days = [date(2026, 1, 5) + timedelta(days=n) for n in range(125)]
    rows: Rows = [[day, name, 1 + n % 9, "", ""] for n, day in enumerate(days) for name in names]
    planted = {27 * n + 5: FAULTS[n % len(FAULTS)] for n in range(37)}
    for at, (_what, bad, _column, _reason) in planted.items():
        rows[at] = bad

    run = send(budi, rows)

    assert (run.read, run.faulty) == (1_000, 37)
    found = {fault["row"]: (fault["column"], fault["reason"]) for fault in run.faults}
    assert set(found) == {at + 2 for at in planted}
    for at, (_what, _bad, column, reason) in planted.items():
        assert found[at + 2][0] == column
        assert reason in found[at + 2][1]
    assert budi.post(f"{PAGE}{run.pk}/").status_code == 422
    assert not Report.objects.exists()

    path = tmp_path / "masalah.xlsx"
    path.write_bytes(budi.get(f"{PAGE}{run.pk}/masalah.xlsx").content)
    told = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert sum(bool(row[1]) for row in told[1:]) == 37
    for at in planted:
        told[at + 1][3:] = [days[at // 8].strftime("%d-%m-%Y"), names[at % 8], "1", "", ""]
    mended = send_as_is(budi, told)
    assert mended.state == "SIAP", mended.faults
    budi.post(f"{PAGE}{mended.pk}/")
    assert Report.objects.count() == 1_000


def send_as_is(client: Client, table: Rows) -> ReportImport:
    client.post(PAGE, upload(workbook(table[1:], table[0])))
    return ReportImport.objects.order_by("-uploaded_at").first()  # type: ignore[return-value]


def test_csv_is_read_too(budi: Client) -> None:
    text = f"tanggal;indikator;angka;catatan\n01-06-2026;{NAME};12,5;Poli\n02/06/2026;{NAME};7;\n"

    budi.post(PAGE, upload(text.encode(), "juni.csv"))
    budi.post(f"{PAGE}{ReportImport.objects.get().pk}/")

    assert {(r.day, r.value) for r in Report.objects.all()} == {(june(1), Decimal("12.5")), (june(2), 7)}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "kosong"),
        (b"%PDF-1.7", "bukan CSV atau XLSX"),
        (b"MZ\x90\x00 program", "tidak dapat dibaca"),
        (b"catatan saya", "judul kolom tidak ditemukan"),
        (b"TANGGAL;ANGKA;CATATAN\n1;2;3\n", "kolom wajib tidak ada: INDIKATOR"),
    ],
)
def test_a_file_that_is_no_table_is_refused_whole(content: bytes, sentence: str, budi: Client) -> None:
    answer = budi.post(PAGE, upload(content))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not ReportImport.objects.exists()


def test_a_file_too_large_and_one_with_too_many_rows_are_refused(budi: Client) -> None:
    large = budi.post(PAGE, upload(b"x" * (MOST_TABLE_BYTES + 1), "besar.csv"))
    many = (
        f"tanggal;indikator;angka\n{f'01-06-2026;{NAME};1' + chr(10)}" + f"01-06-2026;{NAME};1\n" * MOST_ROWS
    )
    long = budi.post(PAGE, upload(many.encode(), "panjang.csv"))

    assert "lebih besar dari 5 MB" in large.content.decode()
    assert "2.001 baris, paling banyak 2.000" in long.content.decode()
    assert not ReportImport.objects.exists()


def test_without_an_agreed_plan_there_is_nothing_to_import(kota: Cast, client_of: ClientOf) -> None:
    client = client_of(kota.ratna)

    assert "setelah SKP Anda disetujui" in client.post(PAGE, upload(workbook([]))).content.decode()
    assert client.get(f"{PAGE}lembar.xlsx").status_code == 404


def test_nobody_sees_or_imports_anothers_file(budi: Client, kota: Cast, client_of: ClientOf) -> None:
    run = send(budi, [[june(1), NAME, 12]])

    for address in (f"{PAGE}{run.pk}/", f"{PAGE}{run.pk}/masalah.xlsx"):
        assert client_of(kota.sari).get(address).status_code == 404
    assert client_of(kota.sari).post(f"{PAGE}{run.pk}/").status_code == 404
    assert budi.get(f"{PAGE}{run.pk}/masalah.xlsx").status_code == 404  # no faults, nothing to mend


def test_a_file_looked_at_and_left_goes_with_the_next(budi: Client, kota: Cast) -> None:
    first, second = send(budi, [[june(1), NAME, 12]]), send(budi, [[june(2), NAME, 12]])

    assert list(ReportImport.objects.all()) == [second]
    assert budi.get(f"{PAGE}{first.pk}/").status_code == 404


def test_nothing_becomes_a_formula_in_the_workbook_to_mend(budi: Client, tmp_path: Path) -> None:
    run = send(budi, [["kemarin", NAME, "=1+1", "", "=cmd|' /C calc'!A0"]])
    path = tmp_path / "masalah.xlsx"
    path.write_bytes(budi.get(f"{PAGE}{run.pk}/masalah.xlsx").content)

    assert CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1][5] == "=1+1"
    assert actions.rows_to_mend(run)[0].number == 2
