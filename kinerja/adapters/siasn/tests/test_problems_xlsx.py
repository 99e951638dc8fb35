"""The workbook of problems: readable, mendable, harmless."""

import zipfile
from datetime import date
from pathlib import Path, PurePosixPath
from uuid import UUID

import pytest
from python_calamine import CalamineWorkbook

from kinerja.adapters.siasn.columns import PEOPLE
from kinerja.adapters.siasn.people import KnownUnit, PeopleReader, read_people
from kinerja.adapters.siasn.rows import Read
from kinerja.tools.tables import problems_xlsx
from kinerja.tools.tables.problem import Problem
from kinerja.tools.tables.reading import open_table

from .factories import PEOPLE_HEADER, csv_file, people_rows, person

TODAY = date(2026, 3, 2)
SHEET = PurePosixPath("xl", "worksheets", "sheet1.xml").as_posix()


def sheet(path: Path) -> list[list[object]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def faulty(number: int, *cells: str) -> Read:
    problems = (
        Problem(number, "NAMA", "x", "kosong", "lengkapi"),
        Problem(number, "NIP", "y", "salah", "lengkapi"),
    )
    return Read(number, cells, None, problems)


def test_reasons_stand_beside_the_row_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "masalah.xlsx"
    assert problems_xlsx.write(path, ["NIP", "NAMA"], [faulty(12, "1990", "Budi")]) == 1
    assert sheet(path) == [
        ["Baris asal", "Masalah", "Yang perlu dilakukan", "NIP", "NAMA"],
        ["12", "NAMA: kosong\nNIP: salah", "lengkapi", "1990", "Budi"],
    ]


@pytest.mark.parametrize(
    "evil", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "http://x.example", "{=A1}"]
)
def test_nothing_becomes_a_formula_or_a_link(tmp_path: Path, evil: str) -> None:
    path = tmp_path / "masalah.xlsx"
    problems_xlsx.write(path, [evil], [faulty(2, evil)])
    with zipfile.ZipFile(path) as archive:
        xml = archive.read(SHEET)
        assert not any("_rels/sheet" in name for name in archive.namelist())
    assert b"<f>" not in xml
    assert b"hyperlink" not in xml
    assert sheet(path)[1][3] == evil


def test_a_mended_workbook_can_be_sent_again(tmp_path: Path) -> None:
    sent = csv_file(tmp_path, people_rows(person(NAMA=""), person(TMT_JABATAN="kemarin")))
    with open_table(sent, PEOPLE) as table:
        reader = PeopleReader(table.layout, today=TODAY, units={"U3": KnownUnit(UUID(int=3), "", "")})
        path = tmp_path / "masalah.xlsx"
        problems_xlsx.write(path, table.layout.header, read_people(table, reader))
    with open_table(path, PEOPLE) as table:
        assert table.layout.ignored == ("Baris asal", "Masalah", "Yang perlu dilakukan")
        mended = PeopleReader(table.layout, today=TODAY, units={"U3": KnownUnit(UUID(int=3), "", "")})
        at = table.layout.at
        rows = []
        for number, cells in table.rows:
            cells[at["name"]], cells[at["position_date"]] = "BUDI", "01-05-2021"
            rows.append(mended.read(number, cells))
    assert len(rows) == 2
    assert all(found.row and not found.problems for found in rows)


def test_numbers_and_dates_of_excel_are_written_as_text(tmp_path: Path) -> None:
    path = tmp_path / "masalah.xlsx"
    row = Read(2, [1.99003152015032e17, date(1990, 3, 15), 1.5], None, (Problem(2, "NIP", "", "a", "b"),))
    problems_xlsx.write(path, ["NIP", "TANGGAL LAHIR", "X"], [row])
    assert sheet(path)[1][3:] == ["199003152015032000", "15-03-1990", "1.5"]


def test_more_than_anyone_mends_by_hand_is_cut_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(problems_xlsx, "MOST_ROWS", 2)
    path = tmp_path / "masalah.xlsx"
    assert problems_xlsx.write(path, ["NIP"], (faulty(n, "1") for n in range(5))) == 2
    assert len(sheet(path)) == 4
    assert "Selebihnya tidak dimuat" in str(sheet(path)[3][1])


def test_a_cell_of_any_length_is_kept_within_what_excel_holds(tmp_path: Path) -> None:
    path = tmp_path / "masalah.xlsx"
    problems_xlsx.write(path, PEOPLE_HEADER, [faulty(2, "x" * 40_000)])
    assert len(str(sheet(path)[1][3])) == 32_767
